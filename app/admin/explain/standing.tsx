import { getLocale } from 'next-intl/server'
import type { Explained } from '#lib/access/explain/queries.ts'
import { causesOf } from '#lib/access/explain/standing.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Section } from '#lib/ui/page.tsx'

/** Whether the person is let in at all, and if not, why and what would help. */
export async function StandingSection({ explained: { standing, names } }: { explained: Explained }) {
  const [t, locale] = await Promise.all([getTranslations('explain'), getLocale()])
  const values = {
    profile: standing.principalName ?? '',
    at: standing.lockedUntil ? formatsFor(locale).full(standing.lockedUntil) : '',
    group: standing.group === null ? '' : (names.groups.get(standing.group) ?? ''),
  }
  const causes = causesOf(standing)
  return (
    <Section title={t('standing')}>
      {standing.admitted ? (
        <p>{t('letIn')}</p>
      ) : (
        <div data-part="prose">
          <p>{t('refused')}</p>
          <ul>
            {causes.map((cause) => (
              <li key={cause}>
                {t(`causes.${cause}`, values)} {t(`remedies.${cause}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}
