import type { FormState } from '#lib/actions/define-action.ts'
import { testProvider } from '#lib/auth/oidc/metadata.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { redirectAddress } from '#lib/providers/addresses.ts'
import { heldSecret } from '#lib/providers/held-secret.ts'

type Client = { key: string; issuer: string; clientId: string; clientSecret: string }

type Findings = { effect: NonNullable<FormState['effect']>; held: Record<string, string> }

/** What a sign-in would meet at the provider, line by line; nothing is saved. A new secret stays in the form, sealed. */
export async function findingsOf({ key, ...client }: Client, newSecret: string): Promise<Findings> {
  const t = await getTranslations('providers')
  const findings = await testProvider({ ...client, redirectUri: redirectAddress(key) })
  return {
    effect: {
      lines: [
        ...findings.map(({ key: finding, values }) => t(`findings.${finding}`, values ?? {})),
        ...(newSecret ? [t('secretHeld')] : []),
      ],
      asks: findings.some(({ good }) => !good),
      mark: 'save',
    },
    held: newSecret ? { tried: heldSecret(newSecret) } : {},
  }
}
