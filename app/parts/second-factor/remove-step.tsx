import { formWords } from '#app/parts/form-words.ts'
import type { OwnFactors } from '#lib/factors/queries/own.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { factorProblems } from '../factor-problems.ts'
import { removeOwnFactor } from './actions.ts'
import { proofFields } from './proof-fields.ts'

export async function RemoveStep({
  kind,
  factors,
  factor,
}: {
  kind: 'contact' | 'engineer'
  factors: OwnFactors
  factor: string
}) {
  const t = await getTranslations('factors')
  const isLast = (factors.app ? 1 : 0) + factors.passkeys.length === 1
  return (
    <>
      <p>{t('removeLead')}</p>
      {isLast ? <Notice tone="warning">{t('removeLast')}</Notice> : null}
      <RecordForm
        danger
        action={removeOwnFactor}
        sections={[
          { fields: [{ kind: 'hidden', name: 'factor', value: factor }, ...(await proofFields(factors.asked))] },
        ]}
        words={await formWords(t('removeSubmit'), await factorProblems())}
      >
        <ButtonLink href={paths.secondFactor(kind)}>{t('back')}</ButtonLink>
      </RecordForm>
    </>
  )
}
