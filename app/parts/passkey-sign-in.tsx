import { headers } from 'next/headers'
import { passkeysSignIn } from '#lib/auth/second-factor/whole.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { factorProblems } from './factor-problems.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { askPasskey, signInByPasskey } from './passkey-sign-in-action.ts'

/** The button beside the password, where passkeys sign in at all. */
export async function PasskeySignIn({ kind, next }: { kind: 'contact' | 'engineer'; next: string }) {
  const t = await getTranslations('factors')
  if (!(await passkeysSignIn(kind, await headers()).catch(() => false))) return null
  return (
    <PasskeyButton
      ask={askPasskey}
      send={signInByPasskey}
      fields={{ kind, next }}
      words={{
        label: t('step.usePasskey'),
        busy: t('passkeyBusy'),
        failed: t('step.failed'),
        problems: await factorProblems('passkey'),
      }}
    />
  )
}
