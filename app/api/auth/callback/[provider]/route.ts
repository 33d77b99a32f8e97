import { backFrom } from '#app/api/auth/back-from.ts'
import { ownerIn } from '#app/api/auth/owner-in.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { signInThroughForm } from '#lib/auth/next-auth.ts'
import { type Ceremony, ceremonyIn } from '#lib/auth/oidc/ceremony.ts'
import type { Claims } from '#lib/auth/oidc/claims.ts'
import { problemOf } from '#lib/auth/oidc/problem.ts'
import { type Provider, providerAt } from '#lib/auth/oidc/provider.ts'
import { finish, spent } from '#lib/auth/oidc/relying-party.ts'
import { identityOf, recordRefusal } from '#lib/auth/oidc/sign-in.ts'
import { relyingParty } from '#lib/auth/second-factor/relying-party.ts'
import { AppError } from '#lib/errors.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { seeOther } from '#lib/http/see-other.ts'
import { connectIdentity } from '#lib/identities/commands.ts'
import { paths } from '#lib/paths.ts'

/** Where a provider sends people back. What it answers serves once, whatever comes of it. */
export const GET = defineRoute(comeBack, {
  anonymous: (request, params) => comeBack({ kind: 'anonymous' }, request, params),
  initialPassword: 'passes',
})

async function comeBack(viewer: Viewer, request: Request, { provider: key = '' }: { provider?: string | undefined }) {
  const ceremony = ceremonyIn(request.headers)
  // Without a ceremony anybody may call this: nothing is written down then, and no provider asked.
  const next =
    ceremony?.provider === key
      ? await end(viewer, request, ceremony)
      : backFrom({ kind: ceremony?.kind ?? 'contact', next: paths.welcome(), provider: key }, 'refused')
  const answer = seeOther(next)
  for (const cookie of spent()) answer.headers.append('set-cookie', cookie)
  return answer
}

async function end(viewer: Viewer, request: Request, ceremony: Ceremony): Promise<string> {
  const { headers } = request
  const host = headers.get('host') ?? ''
  const [provider, site] = await Promise.all([
    providerAt(ceremony.provider, host, ceremony.kind),
    relyingParty(headers),
  ])
  if (!provider || !site) return backFrom(ceremony, 'refused')
  const proof = await finish(provider, site.origin, request)
  if (proof.outcome === 'failed') {
    await recordRefusal(provider, ceremony.kind, proof.cause, headers)
    return backFrom(ceremony, problemOf(proof.cause))
  }
  return ceremony.owner === undefined
    ? signIn(provider, ceremony, proof.claims, headers)
    : connect(viewer, provider, ceremony, proof.claims)
}

async function signIn(provider: Provider, ceremony: Ceremony, claims: Claims, headers: Headers): Promise<string> {
  const { kind, next } = ceremony
  const identity = await identityOf(provider, kind, claims, headers)
  if (!identity) return backFrom(ceremony, 'refused')
  try {
    const outcome = await signInThroughForm('oidc', identity)
    if (outcome === 'refused') return backFrom(ceremony, 'refused')
    return outcome === 'second_step' ? paths.secondStep(kind, { next }) : next
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') return backFrom(ceremony, 'full')
    throw error
  }
}

/** Only for whoever set out: another may have signed in here meanwhile. */
async function connect(viewer: Viewer, provider: Provider, ceremony: Ceremony, claims: Claims): Promise<string> {
  if (viewer.kind === 'anonymous' || viewer.kind === 'viewing-as' || ownerIn(viewer, ceremony.kind) !== ceremony.owner)
    return backFrom(ceremony, 'refused')
  try {
    await connectIdentity(viewer, provider, claims)
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return backFrom(ceremony, 'taken')
    throw error
  }
  return `${paths.account(ceremony.kind)}?done=connected`
}
