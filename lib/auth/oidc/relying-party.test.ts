import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ceremonyCookie } from './ceremony.ts'
import type { Provider } from './provider.ts'
import { type ProviderWorld, providerWorld, signInAtProvider } from './provider-world.ts'
import { begin, finish, redirectUri, spent } from './relying-party.ts'

// next-auth asks it for a redirect that it never needs here; outside of Next.js it cannot be loaded.
vi.mock('next/navigation', () => ({}))

const origin = 'http://localhost:4999'
let world: ProviderWorld
let provider: Provider

beforeAll(async () => {
  Object.assign(process.env, {
    DATABASE_URL: 'postgres://none',
    PUBLIC_URL: origin,
    AUTH_SECRET: 'a-secret-for-tests-a-secret-for-tests',
    PASSWORD_PEPPER: 'a-pepper-for-tests-a-pepper-for-tests',
  })
  world = await providerWorld([redirectUri(origin, 'corp'), redirectUri(origin, 'twin')], {
    lena: { email: 'lena@corp.example', email_verified: true, name: 'Lena', groups: ['support'] },
  })
  provider = {
    id: 1,
    key: 'corp',
    name: 'Corporate',
    issuer: world.issuer,
    clientId: world.client.id,
    clientSecret: world.client.secret,
    scopes: 'openid profile email',
    mailClaim: 'email',
    asksSecondFactor: false,
    linksByMail: false,
  }
})
afterAll(() => world.stop())

/** What a browser holds and where it stands after it has signed in at the provider. */
async function atTheProvider(with_ = provider, login = 'lena') {
  const started = await begin(with_, origin)
  if (started.outcome !== 'started') throw new Error(JSON.stringify(started))
  const cookies = started.cookies.map((one) => one.split(';')[0]).join('; ')
  return { started, cookies, back: await signInAtProvider(started.location, login) }
}

const comeBack = (back: URL, cookies: string, to = provider) =>
  finish(to, origin, new Request(back, { headers: { cookie: cookies } }))

test('the provider vouches for whoever signs in there', async () => {
  const { started, cookies, back } = await atTheProvider()
  const asked = new URL(started.location).searchParams
  expect(asked.get('redirect_uri')).toBe('http://localhost:4999/api/auth/callback/corp')
  expect([...asked.keys()]).toEqual(expect.arrayContaining(['state', 'nonce', 'code_challenge']))
  expect(await comeBack(back, cookies)).toEqual({
    outcome: 'proven',
    claims: expect.objectContaining({
      iss: world.issuer,
      sub: 'lena',
      email: 'lena@corp.example',
      email_verified: true,
      groups: ['support'],
    }),
  })
})

test('its cookies are out of reach for scripts and end with the ceremony', async () => {
  const { started } = await atTheProvider()
  expect(started.cookies).toHaveLength(3)
  for (const cookie of started.cookies)
    expect(cookie).toMatch(/^portico-oidc\.\w+=.+; Path=\/.*; HttpOnly; SameSite=Lax$/)
  expect(spent().filter((one) => one.includes('=; ') && one.includes('Max-Age=0'))).toHaveLength(4)
})

test('a code serves once', async () => {
  const { cookies, back } = await atTheProvider()
  expect(await comeBack(back, cookies)).toMatchObject({ outcome: 'proven' })
  expect(await comeBack(back, cookies)).toEqual({
    outcome: 'failed',
    cause: { cause: 'provider_error', detail: 'invalid_grant' },
  })
})

test('another browser, a made-up state and a cookie that is missing are refused', async () => {
  const { cookies, back } = await atTheProvider()
  const other = await atTheProvider()
  expect(await comeBack(back, '')).toEqual({ outcome: 'failed', cause: { cause: 'check_failed' } })
  expect(await comeBack(back, other.cookies)).toMatchObject({ cause: { cause: 'answer_invalid' } })
  const forged = new URL(back)
  forged.searchParams.set('state', 'made-up')
  expect(await comeBack(forged, cookies)).toMatchObject({ cause: { cause: 'answer_invalid' } })
  for (const check of ['nonce', 'verifier']) {
    const { cookies: held, back: there } = await atTheProvider()
    const name = ceremonyCookie(check).name
    const left = held
      .split('; ')
      .filter((one) => !one.startsWith(name))
      .join('; ')
    expect(await comeBack(there, left), check).toMatchObject({ outcome: 'failed' })
  }
})

test('an answer that was meant for another provider is refused', async () => {
  const { cookies, back } = await atTheProvider()
  expect(await comeBack(back, cookies, { ...provider, key: 'twin' })).toEqual({
    outcome: 'failed',
    cause: { cause: 'check_failed' },
  })
  const foreign = new URL(back)
  foreign.searchParams.set('iss', 'https://elsewhere.example')
  expect(await comeBack(foreign, cookies)).toMatchObject({ cause: { cause: 'answer_invalid' } })
})

test("the token of another client, another sign-in or another issuer is nobody's", async () => {
  const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')
  const changed = (claims: object) => (answer: Record<string, unknown>) => {
    const [head, payload = '', signature] = String(answer.id_token).split('.')
    const now = JSON.parse(Buffer.from(payload, 'base64url').toString())
    return { ...answer, id_token: [head, part({ ...now, ...claims }), signature].join('.') }
  }
  for (const claims of [{ aud: 'other' }, { nonce: 'other' }, { iss: 'https://elsewhere.example' }, { exp: 1 }]) {
    const { cookies, back } = await atTheProvider()
    world.forge.token = changed(claims)
    const answer = await comeBack(back, cookies)
    world.forge.token = null
    expect(answer, JSON.stringify(claims)).toMatchObject({ outcome: 'failed', cause: { cause: 'answer_invalid' } })
  }
})

test('a wrong secret, and a refusal of the provider, are told apart', async () => {
  const { cookies, back } = await atTheProvider()
  expect(await comeBack(back, cookies, { ...provider, clientSecret: 'old' })).toMatchObject({
    cause: { cause: 'provider_error', detail: 'invalid_client' },
  })
  const denied = new URL(back)
  denied.searchParams.delete('code')
  denied.searchParams.set('error', 'access_denied')
  expect(await comeBack(denied, cookies)).toEqual({
    outcome: 'failed',
    cause: { cause: 'provider_error', detail: 'access_denied' },
  })
})

test('a provider that is gone, silent or not what it says is refused in time', async () => {
  const silent = await providerWorld([])
  await silent.stop()
  expect(await begin({ ...provider, issuer: silent.issuer }, origin)).toEqual({
    outcome: 'failed',
    cause: { cause: 'provider_unreachable' },
  })
  expect(await begin(provider, origin, 0)).toEqual({ outcome: 'failed', cause: { cause: 'provider_timeout' } })
  expect(await begin({ ...provider, issuer: world.issuer.replace('localhost', '127.0.0.1') }, origin)).toMatchObject({
    outcome: 'failed',
  })
})
