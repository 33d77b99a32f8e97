import { formWords } from '#app/parts/form-words.ts'
import type { FormState } from '#lib/actions/define-action.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { factorProblems } from '../factor-problems.ts'

/** Takes somebody else's factors away, after saying what that means and asking why. */
export async function LostForm({
  id,
  name,
  required,
  action,
  back,
}: {
  id: number
  name: string
  required: boolean
  action: (state: FormState, form: FormData) => Promise<FormState>
  back: string
}) {
  const [t, common] = await Promise.all([getTranslations('factors'), getTranslations('common')])
  return (
    <>
      <Notice tone="warning">{t('card.lostLead', { name, required: String(required) })}</Notice>
      <RecordForm
        danger
        action={action}
        sections={[
          {
            fields: [
              { kind: 'hidden', name: 'id', value: id },
              { kind: 'textarea', name: 'reason', label: t('card.reason'), help: t('card.reasonHelp'), rows: 3 },
            ],
          },
        ]}
        words={await formWords(t('card.lostTitle'), await factorProblems())}
      >
        <ButtonLink href={back}>{common('cancel')}</ButtonLink>
      </RecordForm>
    </>
  )
}
