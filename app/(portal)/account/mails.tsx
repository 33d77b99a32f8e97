import { formWords } from '#app/parts/form-words.ts'
import type { ContactViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { CHOICES } from '#lib/mail/kinds.ts'
import { wantedMails } from '#lib/mail/queries/choice.ts'
import { Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { keepMailChoice } from './actions.ts'

/** Which mails the contact wants. */
export async function Mails({ viewer, email }: { viewer: ContactViewer | ViewingViewer; email: string | null }) {
  const [t, wanted] = await Promise.all([getTranslations('notifications'), wantedMails(viewer)])
  return (
    <Section title={t('title')} id="mails">
      <RecordForm
        action={keepMailChoice}
        sections={[
          {
            fields: [
              { kind: 'hidden', name: 'choice', value: 'mails' },
              {
                kind: 'checkboxes',
                name: 'wanted',
                label: t('lead'),
                help: email ? t('address', { address: email }) : t('noAddress'),
                options: CHOICES.map((value) => ({ value, label: t(`choices.${value}`) })),
                values: wanted,
              },
            ],
          },
        ]}
        words={await formWords(t('save'))}
      />
    </Section>
  )
}
