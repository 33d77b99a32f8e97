import 'server-only'
import { NextRequest } from 'next/server'
import NextAuth, { customFetch } from 'next-auth'
import { env } from '#lib/env.ts'
import { askerFor, PATIENCE } from './asking.ts'
import { type Cause, causeOf } from './cause.ts'
import { ceremonyCookie, cookieOf } from './ceremony.ts'
import { type Claims, claimsOf } from './claims.ts'
import type { Provider } from './provider.ts'

export type Failed = { outcome: 'failed'; cause: Cause }
type Started = { outcome: 'started'; location: string; cookies: string[] }
type Proven = { outcome: 'proven'; claims: Claims }

const BASE = '/api/auth'
const CHECKS = ['state', 'nonce', 'verifier'] as const

/** The address to which the provider sends people back, and which it has to know. */
export const redirectUri = (origin: string, key: string) => `${origin}${BASE}/callback/${key}`

/** Where to send the browser, and the cookies with its halves of state, nonce and PKCE. */
export async function begin(provider: Provider, origin: string, patience = PATIENCE): Promise<Started | Failed> {
  const { handlers, outcome } = partyFor(provider, patience)
  // next-auth wants a token of its own back; where the form came from has been looked at before.
  const given = await handlers.GET(new NextRequest(`${origin}${BASE}/csrf`))
  const { csrfToken } = await given.json()
  const answer = await handlers.POST(
    new NextRequest(`${origin}${BASE}/signin/${provider.key}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: given.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; '),
      },
      body: new URLSearchParams({ csrfToken }),
    }),
  )
  const location = answer.headers.get('location')
  if (outcome.fault || !location) return { outcome: 'failed', cause: causeOf(outcome.fault) }
  const kept = CHECKS.map((check) => `${ceremonyCookie(check).name}=`)
  const cookies = answer.headers.getSetCookie().filter((cookie) => kept.some((name) => cookie.startsWith(name)))
  return { outcome: 'started', location, cookies }
}

/** Who has come back, by the provider's answer as the browser brought it. */
export async function finish(
  provider: Provider,
  origin: string,
  request: Request,
  patience = PATIENCE,
): Promise<Proven | Failed> {
  const { handlers, outcome } = partyFor(provider, patience)
  const { search, searchParams } = new URL(request.url)
  const address = `${redirectUri(origin, provider.key)}${search}`
  await handlers.GET(new NextRequest(address, { headers: { cookie: request.headers.get('cookie') ?? '' } }))
  if (outcome.fault || !outcome.claims)
    return { outcome: 'failed', cause: causeOf(outcome.fault, searchParams.get('error')) }
  return { outcome: 'proven', claims: outcome.claims }
}

/** `Set-Cookie` headers that end a ceremony: nothing of it serves a second time. */
export const spent = () => ['ceremony', ...CHECKS].map((part) => cookieOf(part, ''))

/** next-auth for one provider and one request: it proves who somebody is, and starts no session. */
function partyFor(provider: Provider, patience: number) {
  const outcome: { claims?: Claims; fault?: unknown } = {}
  const { handlers } = NextAuth({
    secret: env.authSecrets,
    trustHost: true,
    basePath: BASE,
    session: { strategy: 'jwt' },
    cookies: {
      state: ceremonyCookie('state'),
      nonce: ceremonyCookie('nonce'),
      pkceCodeVerifier: ceremonyCookie('verifier'),
    },
    providers: [
      {
        id: provider.key,
        name: provider.name,
        type: 'oidc',
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        authorization: { params: { scope: provider.scopes } },
        checks: ['state', 'nonce', 'pkce'],
        // Many providers put names and mail into the answer to a second question only.
        idToken: false,
        profile: ({ sub }) => ({ id: sub }),
        [customFetch]: askerFor(new URL(provider.issuer), patience),
      },
    ],
    callbacks: {
      signIn({ account, profile }) {
        outcome.claims = claimsOf(account?.id_token ?? '', profile ?? {})
        return '/'
      },
      redirect: ({ baseUrl }) => baseUrl,
    },
    logger: {
      error(fault) {
        outcome.fault ??= fault
      },
      warn() {},
      debug() {},
    },
  })
  return { handlers, outcome }
}
