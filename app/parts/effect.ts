import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { type Change, type Example, type Impact, isLarge } from '#lib/access/impact/change.ts'
import { impactOf, markOf } from '#lib/access/impact/impact.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import type { FormState } from '#lib/actions/define-action.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { RecordFormWords } from '#lib/ui/record-form.tsx'

type Effect = { effect: NonNullable<FormState['effect']> }

/** The words of a form that tells what saving would do. */
export async function withPreview(words: RecordFormWords): Promise<RecordFormWords> {
  const t = await getTranslations('impact')
  return { ...words, effect: { preview: t('preview'), confirm: t('confirm') } }
}

/** Which button of a form with a preview was pressed: `save`, `preview`, or the mark of the effect that is confirmed. */
export const intentInput = z.string().max(64).optional()

/** What a change would do to customers, where it was asked for, or where it is large and not yet confirmed. */
export async function effectOf(viewer: EngineerViewer, change: Change, intent = 'save'): Promise<Effect | undefined> {
  // What was changed since it was told is not what was confirmed.
  const mark = markOf(change)
  if (intent === mark) return undefined
  const t = await getTranslations('impact')
  const wanted = intent === 'preview' ? 'preview' : 'save'
  const impact = await measured(viewer, change, wanted)
  if (impact === 'tooLong') return { effect: { lines: [t('tooLong'), t('ask')], asks: true, mark } }
  const asks = isLarge(impact)
  return asks || wanted === 'preview'
    ? { effect: { lines: [...(await linesOf(impact)), t('ask')], asks, mark } }
    : undefined
}

/** 57014: the database ended the statement, as it was told to after a while. */
async function measured(
  viewer: EngineerViewer,
  change: Change,
  intent: 'save' | 'preview',
): Promise<Impact | 'tooLong'> {
  return impactOf(viewer, change, intent).catch((error: unknown) => {
    const cause = error instanceof Error ? error.cause : undefined
    if (cause instanceof Error && 'code' in cause && cause.code === '57014') return 'tooLong' as const
    throw error
  })
}

async function linesOf({ gains, losses, counted, asked, concerned, exact }: Impact): Promise<string[]> {
  const [t, locale] = await Promise.all([getTranslations('impact'), getLocale()])
  const { number } = formatsFor(locale)
  const named = ({ name, count, tickets }: Example) =>
    t('example', { name, count: number(count), numbers: tickets.join(', ') })
  const sides = (['gains', 'losses'] as const).flatMap((side) => {
    const { contacts, count, examples } = { gains, losses }[side]
    if (contacts === 0) return []
    const values = { contacts, count, least: exact ? 'no' : 'yes' }
    return [`${t(`${side}.${counted}`, values)} ${t('examples', { names: examples.map(named).join('; ') })}`]
  })
  if (sides.length === 0 && asked === concerned) return [t('none')]
  return [
    ...sides,
    ...(asked < concerned ? [t('asked', { asked: number(asked), concerned: number(concerned) })] : []),
    ...(exact || asked < concerned ? [] : [t('newest')]),
  ]
}
