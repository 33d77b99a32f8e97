import { formWords } from '#app/parts/form-words.ts'
import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import type { OwnFactors } from '#lib/factors/queries/own.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { factorProblems } from '../factor-problems.ts'
import { renewCodes } from './actions.ts'
import { codesShown } from './codes-shown.tsx'
import { proofFields } from './proof-fields.ts'

export async function CodesStep({ viewer, factors }: { viewer: SignedInViewer | ViewingViewer; factors: OwnFactors }) {
  const t = await getTranslations('factors')
  return (
    <RecordForm
      action={renewCodes}
      sections={[{ fields: await proofFields(factors.asked) }]}
      words={await formWords(t('codesRenew'), await factorProblems())}
      once={await codesShown(viewer, { led: false })}
    >
      <ButtonLink href={paths.secondFactor(viewer.kind === 'engineer' ? 'engineer' : 'contact')}>
        {t('back')}
      </ButtonLink>
    </RecordForm>
  )
}
