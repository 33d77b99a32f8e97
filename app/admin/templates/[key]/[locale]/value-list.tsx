import { getMessages } from 'next-intl/server'
import { getTranslations } from '#lib/i18n/translations.ts'
import { kindOf, type MailKey } from '#lib/mail/kinds.ts'
import { Section } from '#lib/ui/page.tsx'

/** The names that the mail's text may use, each with what it stands for. */
export async function ValueList({ mail }: { mail: MailKey }) {
  const [t, messages] = await Promise.all([getTranslations('templates'), getMessages()])
  const words: Record<string, string> = messages.templates.variables
  return (
    <Section title={t('values')}>
      <p>{t('valuesLead')}</p>
      <dl data-part="description">
        {kindOf(mail).values.map((name) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{words[name.replace('.', '_')]}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
