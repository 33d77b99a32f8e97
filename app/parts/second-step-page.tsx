import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { relyingParty } from '#lib/auth/second-factor/relying-party.ts'
import { keptStep } from '#lib/auth/second-factor/step-cookie.ts'
import { type StepChoice, stepChoice } from '#lib/auth/second-factor/steps.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { Door } from './door.tsx'
import { factorProblems } from './factor-problems.ts'
import { formWords } from './form-words.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { askStepPasskey, takeStep, takeStepByPasskey } from './second-step-action.ts'

type By = 'app' | 'recovery' | 'passkey'

/** After the password: one more thing that only the owner has. `wanted` is which, where there is a choice. */
export async function SecondStepPage({
  kind,
  next,
  wanted,
}: {
  kind: 'contact' | 'engineer'
  next: string
  wanted: string | undefined
}) {
  const request = await headers()
  const choice = await stepChoice(await keptStep(), request.get('user-agent') ?? '')
  const signIn = kind === 'engineer' ? paths.deskSignIn : paths.signIn
  if (choice?.kind !== kind) redirect(signIn(next, 'over'))
  const t = await getTranslations('factors')
  const ways = waysOf(choice, await relyingParty(request))
  const by = ways.find((way) => way === wanted) ?? ways[0] ?? 'recovery'
  const words = { app: t('step.useApp'), recovery: t('step.useRecovery'), passkey: t('step.usePasskey') }
  return (
    <Door title={t('step.title')} lead={t(`step.${by}`)}>
      {by === 'passkey' ? <Passkey kind={kind} next={next} /> : <Code kind={kind} next={next} by={by} />}
      {ways
        .filter((way) => way !== by)
        .map((way) => (
          <p key={way}>
            <a href={paths.secondStep(kind, { next, with: way })}>{words[way]}</a>
          </p>
        ))}
      <p>
        <a href={signIn(next)}>{t('step.again')}</a>
      </p>
      <p>
        <small>{t('step.lost')}</small>
      </p>
    </Door>
  )
}

/** The first is asked unless another is wanted. A passkey works only at the host where it was made. */
function waysOf({ app, passkeysFor, recoveryCodes }: StepChoice, site: { id: string } | null): By[] {
  const has = { app, passkey: site !== null && passkeysFor.includes(site.id), recovery: recoveryCodes > 0 }
  return (['app', 'passkey', 'recovery'] as const).filter((way) => has[way])
}

async function Code({ kind, next, by }: { kind: string; next: string; by: 'app' | 'recovery' }) {
  const t = await getTranslations('factors')
  return (
    <RecordForm
      action={takeStep}
      sections={[
        {
          fields: [
            { kind: 'hidden', name: 'kind', value: kind },
            { kind: 'hidden', name: 'next', value: next },
            { kind: 'hidden', name: 'by', value: by },
            by === 'app'
              ? { kind: 'text', name: 'code', label: t('code'), autoComplete: 'one-time-code', inputMode: 'numeric' }
              : { kind: 'text', name: 'code', label: t('step.recoveryCode'), autoComplete: 'off', spellCheck: false },
          ],
        },
      ]}
      words={await formWords(t('step.submit'), await factorProblems(by))}
    />
  )
}

async function Passkey({ kind, next }: { kind: string; next: string }) {
  const t = await getTranslations('factors')
  return (
    <>
      <noscript>
        <p>{t('step.noScript')}</p>
      </noscript>
      <PasskeyButton
        strong
        ask={askStepPasskey}
        send={takeStepByPasskey}
        fields={{ kind, next }}
        words={{
          label: t('step.usePasskey'),
          busy: t('passkeyBusy'),
          failed: t('problems.cancelled'),
          problems: await factorProblems('passkey'),
        }}
      />
    </>
  )
}
