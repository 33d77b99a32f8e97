import { z } from 'zod'
import { askerFor, PATIENCE, ProviderSilent } from './asking.ts'

/** What a test of a provider found; `good` findings are no reason to change anything. */
export type Finding = { key: FindingKey; good: boolean; values?: Record<string, string | number> }
export type FindingKey =
  | 'reached'
  | `silent_${ProviderSilent['reason']}`
  | 'noMetadata'
  | 'otherIssuer'
  | 'noEndpoint'
  | 'noPkce'
  | 'clientAccepted'
  | 'clientRefused'
  | 'clientUnsure'

type Client = { issuer: string; clientId: string; clientSecret: string; redirectUri: string }

const endpoint = z.url({ protocol: /^https?$/ })
const shape = z.object({
  issuer: z.string(),
  authorization_endpoint: endpoint.optional(),
  token_endpoint: endpoint.optional(),
  userinfo_endpoint: endpoint.optional(),
  code_challenge_methods_supported: z.array(z.string()).optional(),
})
type Metadata = z.infer<typeof shape>

const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint'] as const

/** Asks the provider what it is, and whether it knows this client, as a sign-in would; within a few seconds. */
export async function testProvider(client: Client, patience = PATIENCE): Promise<Finding[]> {
  const ask = askerFor(new URL(client.issuer), patience)
  const began = performance.now()
  try {
    const found = await metadataOf(client.issuer, ask)
    if (!('issuer' in found)) return [found]
    const milliseconds = Math.round(performance.now() - began)
    const missing = ENDPOINTS.filter((name) => !found[name])
    return [
      { key: 'reached', good: true, values: { milliseconds } },
      ...(new URL(found.issuer).href === new URL(client.issuer).href
        ? []
        : [{ key: 'otherIssuer', good: false, values: { issuer: found.issuer } } as const]),
      ...missing.map((name) => ({ key: 'noEndpoint', good: false, values: { name } }) as const),
      ...(found.code_challenge_methods_supported?.includes('S256') ? [] : [{ key: 'noPkce', good: true } as const]),
      ...(found.token_endpoint ? [await clientFinding(found.token_endpoint, client, ask)] : []),
    ]
  } catch (error) {
    if (!(error instanceof ProviderSilent)) throw error
    return [{ key: `silent_${error.reason}`, good: false, values: { detail: codeIn(error) } }]
  }
}

/** Whether the provider answers as itself; for the health page. */
export async function providerAnswers(issuer: string, patience: number): Promise<boolean> {
  try {
    const found = await metadataOf(issuer, askerFor(new URL(issuer), patience))
    return 'issuer' in found && new URL(found.issuer).href === new URL(issuer).href
  } catch {
    return false
  }
}

async function metadataOf(issuer: string, ask: typeof fetch): Promise<Metadata | Finding> {
  const answer = await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  const metadata = shape.safeParse(await answer.json().catch(() => null))
  if (answer.status !== 200 || !metadata.success || !URL.canParse(metadata.data.issuer))
    return { key: 'noMetadata', good: false, values: { status: answer.status } }
  return metadata.data
}

/** Brings a code that was never given: a provider that knows the client refuses the code, any other refuses the client. */
async function clientFinding(
  address: string,
  { clientId, clientSecret, redirectUri }: Client,
  ask: typeof fetch,
): Promise<Finding> {
  const part = (text: string) => encodeURIComponent(text).replaceAll('%20', '+')
  const answer = await ask(address, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${part(clientId)}:${part(clientSecret)}`)}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: 'connection-test',
      redirect_uri: redirectUri,
      code_verifier: 'a'.repeat(43),
    }),
  })
  const { error } = z
    .object({ error: z.string() })
    .catch({ error: '' })
    .parse(await answer.json().catch(() => null))
  if (error === 'invalid_grant') return { key: 'clientAccepted', good: true }
  if (error === 'invalid_client' || answer.status === 401) return { key: 'clientRefused', good: false }
  return { key: 'clientUnsure', good: false, values: { error: error || String(answer.status) } }
}

function codeIn({ cause }: ProviderSilent): string {
  let last = ''
  for (let one = cause; one instanceof Error; one = one.cause) last = 'code' in one ? String(one.code) : one.message
  return last
}
