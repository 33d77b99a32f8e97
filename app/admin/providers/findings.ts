import type { FormState } from '#lib/actions/define-action.ts'
import { testProvider } from '#lib/auth/oidc/metadata.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { redirectAddress } from '#lib/providers/addresses.ts'

type Client = { key: string; issuer: string; clientId: string; clientSecret: string }

/** What a sign-in would meet at the provider, line by line; nothing is saved. */
export async function findingsOf({ key, ...client }: Client): Promise<{ effect: NonNullable<FormState['effect']> }> {
  const t = await getTranslations('providers')
  const findings = await testProvider({ ...client, redirectUri: redirectAddress(key) })
  return {
    effect: {
      lines: findings.map(({ key: finding, values }) => t(`findings.${finding}`, values ?? {})),
      asks: findings.some(({ good }) => !good),
      mark: 'save',
    },
  }
}
