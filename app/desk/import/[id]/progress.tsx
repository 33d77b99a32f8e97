import { getLocale } from 'next-intl/server'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { ImportRecord } from '#lib/import/queries/work.ts'
import { paths } from '#lib/paths.ts'
import { Actions, ButtonLink } from '#lib/ui/button.tsx'
import { LookAgain } from '#lib/ui/look-again.tsx'
import { Section } from '#lib/ui/page.tsx'

/** How far it is, in words; with a script the page looks again by itself. */
export async function Progress({ record: { id, done, total } }: { record: ImportRecord }) {
  const [t, locale] = await Promise.all([getTranslations('import'), getLocale()])
  const { number } = formatsFor(locale)
  const words = total
    ? t('progressOf', { done: number(done), total: number(total) })
    : t('progressSome', { done: number(done) })
  return (
    <Section title={t('progress')}>
      <p>
        <output>{words}</output>
      </p>
      {total ? <progress max={total} value={Math.min(done, total)} aria-label={t('progress')} /> : null}
      <p>{t('progressText')}</p>
      <Actions>
        <ButtonLink href={paths.deskPart('import', id)}>{t('look')}</ButtonLink>
      </Actions>
      <LookAgain seconds={2} />
    </Section>
  )
}
