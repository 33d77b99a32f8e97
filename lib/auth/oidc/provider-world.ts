import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

type Person = Record<string, unknown>

/**
 * A real OpenID provider on this machine. It knows everybody: who signs in as `lena` is the subject `lena`, with the claims that
 * `people` has for it. `forge` may change what its token endpoint answers; `stop` leaves its port silent.
 */
export async function providerWorld(redirectUris: string[], people: Record<string, Person> = {}) {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const client = (id: string) => ({ client_id: id, client_secret: `secret of ${id}`, redirect_uris: redirectUris })
  const provider = new Provider(issuer, {
    clients: [client('portico'), client('other')],
    claims: { openid: ['sub', 'groups'], profile: ['name', 'preferred_username'], email: ['email', 'email_verified'] },
    cookies: { keys: ['of the test'] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...people[sub], sub }) }),
    // Nobody is asked for consent.
    async loadExistingGrant(ctx) {
      const { session, client: asking } = ctx.oidc
      const grant = new provider.Grant({ accountId: session?.accountId, clientId: asking?.clientId })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  const forge: { token: ((answer: Person) => Person) | null } = { token: null }
  provider.use(async (ctx, next) => {
    await next()
    if (ctx.path === '/token' && forge.token) ctx.body = forge.token(ctx.body as Person)
  })
  server.on('request', provider.callback())
  // Its first answer compiles it; Portico does not wait that long on a busy machine.
  await (await fetch(`${issuer}/.well-known/openid-configuration`)).body?.cancel()
  return {
    issuer,
    people,
    forge,
    client: { id: 'portico', secret: 'secret of portico' },
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
export type ProviderWorld = Awaited<ReturnType<typeof providerWorld>>

/** Signs in at the provider as a browser without script would, and gives the address to which it sends the browser back. */
export async function signInAtProvider(start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>()
  let at = new URL(start)
  let form: URLSearchParams | undefined
  for (let steps = 0; steps < 10; steps += 1) {
    const answer = await fetch(at, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { body: form } : {}),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/)
      jar.set(name, value)
    }
    form = undefined
    const location = answer.headers.get('location')
    if (location) {
      at = new URL(location, at)
      if (at.searchParams.has('code') || at.searchParams.has('error')) return at
    } else if (answer.status === 200) form = new URLSearchParams({ prompt: 'login', login, password: 'any' })
    else throw new Error(`the provider answers ${answer.status}: ${await answer.text()}`)
  }
  throw new Error('the provider never came to an end')
}
