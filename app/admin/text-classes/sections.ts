import { getLocale } from 'next-intl/server'
import { iconChoice } from '#app/admin/queues/icon-choice.ts'
import { labelRows } from '#app/admin/queues/label-rows.ts'
import { usesWords } from '#app/admin/queues/uses-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { COLOURS } from '#lib/text-classes/input.ts'
import type { TextClassPage } from '#lib/text-classes/queries/pages.ts'
import type { RecordFieldSpec } from '#lib/ui/record-field.tsx'
import type { RecordSection } from '#lib/ui/record-form.tsx'

/** The form of a text class; what a change of visibility does stands beside it. */
export async function textClassSections(
  known: (Pick<TextClassPage, 'textClass' | 'version' | 'uses'> & { id: number }) | undefined,
): Promise<RecordSection[]> {
  const t = await getTranslations('textClasses')
  const { textClass } = known ?? {}
  const hidden: RecordFieldSpec[] = known
    ? [
        { kind: 'hidden', name: 'id', value: known.id },
        { kind: 'hidden', name: 'version', value: known.version },
      ]
    : []
  const key: RecordFieldSpec = {
    kind: 'text',
    name: 'key',
    label: await keyWord(),
    help: t('keyHelp'),
    spellCheck: false,
    autoComplete: 'off',
  }
  return [
    {
      fields: [
        ...hidden,
        await labelRows(t('words'), [{ name: 'labels', label: t('label'), texts: textClass?.labels }]),
        ...(known ? [] : [key]),
        {
          kind: 'checkbox',
          name: 'customerVisible',
          label: t('customerVisible'),
          ...(known ? { help: await effectOf(known) } : {}),
          checked: textClass?.customerVisible ?? false,
        },
      ],
    },
    {
      title: t('look'),
      fields: [
        {
          kind: 'radio',
          name: 'colour',
          label: t('colour'),
          value: textClass?.colour ?? 'neutral',
          options: COLOURS.map((colour) => ({ value: colour, label: t(`colours.${colour}`) })),
        },
        await iconChoice(textClass?.icon ?? 'message'),
      ],
    },
  ]
}

async function keyWord(): Promise<string> {
  const t = await getTranslations('queues')
  return t('key')
}

/** What ticking or unticking would do to what is there already. */
async function effectOf({ textClass, uses }: Pick<TextClassPage, 'textClass' | 'uses'>): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('textClasses'), getLocale()])
  const { entries, files } = uses
  const words = await usesWords({ entries, files }, (what, count) => t(`uses.${what}`, { count }))
  const effect = { count: entries + files, what: new Intl.ListFormat(locale).format(words) }
  return textClass.customerVisible ? t('visibleNow', effect) : t('internalNow', effect)
}
