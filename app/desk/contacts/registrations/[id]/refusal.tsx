import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { Section } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { refuse } from './actions.ts'

/** No account, with the reason that the mail tells. */
export async function Refusal({ id }: { id: number }) {
  const t = await getTranslations('registration.desk')
  return (
    <Section title={t('refuse')}>
      <RecordForm
        quiet
        action={refuse}
        sections={[
          {
            fields: [
              { kind: 'hidden', name: 'id', value: id },
              { kind: 'textarea', name: 'reason', label: t('reason'), help: t('refuseLead'), rows: 3 },
            ],
          },
        ]}
        words={await formWords(t('refuse'))}
      />
    </Section>
  )
}
