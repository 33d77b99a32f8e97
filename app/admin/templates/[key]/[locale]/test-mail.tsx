import { sendTest } from '#app/admin/templates/actions.ts'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { MailKey } from '#lib/mail/kinds.ts'
import { Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'

/** Sends the text as it is saved to the administrator's own address. */
export async function TestMail({ mail, locale, address }: { mail: MailKey; locale: string; address: string | null }) {
  const t = await getTranslations('templates')
  return (
    <Section title={t('test')}>
      <p>{address ? t('testLead', { address }) : t('testNone')}</p>
      {address ? (
        <RecordForm
          action={sendTest}
          sections={[
            {
              fields: [
                { kind: 'hidden', name: 'key', value: mail },
                { kind: 'hidden', name: 'locale', value: locale },
              ],
            },
          ]}
          words={await formWords(t('testSend'))}
        />
      ) : null}
    </Section>
  )
}
