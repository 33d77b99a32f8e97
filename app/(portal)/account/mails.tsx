import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Section } from '#lib/ui/page.tsx'

/** The way to the page where the customer chooses its mails. */
export async function Mails() {
  const t = await getTranslations('notifications')
  return (
    <Section title={t('title')} id="mails">
      <p>{t('lead')}</p>
      <p>
        <ButtonLink href={paths.mailWishes('contact')}>{t('change')}</ButtonLink>
      </p>
    </Section>
  )
}
