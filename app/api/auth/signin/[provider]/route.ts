import { z } from 'zod'
import { backFrom } from '#app/api/auth/back-from.ts'
import { ownerIn } from '#app/api/auth/owner-in.ts'
import type { Viewer } from '#lib/access/viewer.ts'
import { setOut } from '#lib/auth/oidc/ceremony.ts'
import { problemOf } from '#lib/auth/oidc/problem.ts'
import { providerAt } from '#lib/auth/oidc/provider.ts'
import { begin } from '#lib/auth/oidc/relying-party.ts'
import { recordRefusal } from '#lib/auth/oidc/sign-in.ts'
import { relyingParty } from '#lib/auth/second-factor/relying-party.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { leavingPage } from '#lib/http/plain-page.ts'
import { seeOther } from '#lib/http/see-other.ts'
import { localPath, paths } from '#lib/paths.ts'

/** Sends the browser to a provider: to sign in there, or, for whoever is signed in, to connect it with the account. */
export const POST = defineRoute(leave, {
  anonymous: (request, params) => leave({ kind: 'anonymous' }, request, params),
})

const wish = z.object({
  kind: z.enum(['contact', 'engineer']).catch('contact'),
  next: z.string().max(2000).optional().catch(undefined),
  connect: z.literal('on').optional().catch(undefined),
})

async function leave(viewer: Viewer, request: Request, { provider: key = '' }: { provider?: string | undefined }) {
  const { kind, next, connect } = wish.parse(Object.fromEntries(await request.formData()))
  const { headers } = request
  const [provider, site] = await Promise.all([providerAt(key, headers.get('host') ?? '', kind), relyingParty(headers)])
  if (!provider || !site) throw notFound()
  const goal = localPath(next, kind === 'engineer' ? paths.desk() : paths.welcome())
  const owner = connect && ownerIn(viewer, kind)
  if (connect && owner === undefined) throw new AppError('forbidden')
  const ceremony = { provider: key, kind, next: goal, ...(owner ? { owner } : {}) }
  const started = await begin(provider, site.origin)
  if (started.outcome === 'failed') {
    await recordRefusal(provider, kind, started.cause, headers)
    return seeOther(backFrom(ceremony, problemOf(started.cause)))
  }
  const answer = await leavingPage({ name: provider.name, location: started.location })
  for (const cookie of [...started.cookies, setOut(ceremony)]) answer.headers.append('set-cookie', cookie)
  return answer
}
