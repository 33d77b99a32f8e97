import { formWords } from '#app/parts/form-words.ts'
import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import type { OwnFactors } from '#lib/factors/queries/own.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { factorProblems } from '../factor-problems.ts'
import { codesShown } from './codes-shown.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import { proofFields } from './proof-fields.ts'

export async function PasskeyStep({
  viewer,
  factors,
}: {
  viewer: SignedInViewer | ViewingViewer
  factors: OwnFactors
}) {
  const t = await getTranslations('factors')
  return (
    <>
      <p>{t('passkeysLead')}</p>
      <noscript>
        <p>{t('passkeysNoScript')}</p>
      </noscript>
      <PasskeyForm
        fields={[
          { kind: 'text', name: 'name', label: t('passkeyName'), help: t('passkeyNameHelp'), autoComplete: 'off' },
          ...(await proofFields(factors.asked)),
        ]}
        words={await formWords(t('passkeySave'), await factorProblems('passkey'))}
        busy={t('passkeyBusy')}
        cancelled={t('problems.cancelled')}
        once={await codesShown(viewer, { led: factors.required })}
      >
        <ButtonLink href={paths.secondFactor(viewer.kind === 'engineer' ? 'engineer' : 'contact')}>
          {t('back')}
        </ButtonLink>
      </PasskeyForm>
    </>
  )
}
