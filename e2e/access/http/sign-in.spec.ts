import { expect } from '@playwright/test'
import { buildOf } from './build.ts'
import { type Gate, test } from './fixture.ts'
import { actionCall, fromHere } from './forms.ts'
import { settle } from './ink.ts'
import { COOKIE } from './session-cookie.ts'
import { people, tickets, town } from './town.ts'
import type { Answer } from './wire.ts'

const password = 'correct horse battery staple'
const own = `/tickets/${1000 + tickets.own}`
const { idOf } = buildOf()

test.describe.configure({ timeout: 60_000 })
test.beforeEach(async ({ gate }) => {
  await settle(gate, town)
  const hash = await hashed(password, gate)
  await gate.owner`update accounts set password_hash = ${hash}`
  await gate.owner`update engineers set password_hash = ${hash}`
  // Without a second factor: with one there is no session yet.
  await gate.owner`delete from passkeys`
})

test('a customer signs in by the form, with a cookie that holds a new session and nothing else', async ({ gate }) => {
  const held = 'portico.session=made.up.before'
  const answer = await signIn(gate, { login: ` ${login(people.customer).toUpperCase()} ` }, { cookie: held })
  const [cookie = ''] = cookiesOf(answer)
  expect(cookie).toMatch(new RegExp(`^${COOKIE}=[^;]+; .*HttpOnly`))
  expect(cookie).toMatch(/SameSite=Lax/i)
  const [pair = ''] = cookie.split(';')
  expect((await gate.wire({ path: own, headers: { cookie: pair } })).status).toBe(200)
  expect((await gate.wire({ path: `/tickets/${1000 + tickets.strangers}`, headers: { cookie: pair } })).status).toBe(
    404,
  )
  const sessions =
    await gate.owner`select token_hash from sessions where contact_id = ${people.customer} and address is not null and token_hash ~ '^[0-9a-f]{64}$'`
  expect(sessions.map((one) => String(one.token_hash)).some((hash) => pair.includes(hash))).toBe(false)
})

test('an engineer signs in at the desk, and not at the portal', async ({ gate }) => {
  const desk = await signIn(gate, { login: 'canarydesklogin1x', kind: 'engineer' })
  const [cookie = ''] = cookiesOf(desk)
  const headers = { cookie: cookie.split(';')[0] ?? '' }
  expect((await gate.wire({ path: `/desk${own}`, headers })).status).toBe(200)
  expect(cookiesOf(await signIn(gate, { login: 'canarydesklogin1x', kind: 'contact' }))).toEqual([])
})

test('everybody else gets one plain refusal, whatever its cause', async ({ gate }) => {
  const refused = [people.noProfile, people.disabled, people.portalOff, people.locked, people.deactivated].map(login)
  const wanted = plain(await signIn(gate, { login: 'canarylogin999x' }), 'canarylogin999x')
  for (const name of [...refused, 'canarylogin101x', 'canarydesklogin1x']) {
    const answer = await signIn(gate, { login: name })
    expect(cookiesOf(answer), name).toEqual([])
    expect(plain(answer, name)).toBe(wanted)
  }
  const wrong = await signIn(gate, { login: login(people.customer), password: `${password}.` })
  expect(plain(wrong, login(people.customer))).toBe(wanted)
})

test('another site cannot sign anybody in', async ({ gate }) => {
  const before = await countOf(gate)
  for (const headers of [
    { origin: 'http://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    {},
  ]) {
    const message = actionCall('/sign-in', idOf('app/parts/sign-in-action.ts#signIn'), fields({}), {})
    const answer = await gate.wire({ ...message, headers: { ...message.headers, ...headers } })
    expect(cookiesOf(answer), JSON.stringify(headers)).toEqual([])
  }
  expect(await countOf(gate)).toBe(before)
})

test('signing in leads to no other site', async ({ gate }) => {
  for (const next of [
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    '/\t/elsewhere.example',
  ]) {
    const { body, headers } = await signIn(gate, { next })
    expect(`${body} ${headers['x-action-redirect'] ?? ''} ${headers.location ?? ''}`).not.toContain('elsewhere')
  }
})

const login = (contact: number) => `canarylogin${contact}x`
const fields = (given: Record<string, string>) => ({
  kind: 'contact',
  login: login(people.customer),
  password,
  ...given,
})

function signIn(gate: Gate, given: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
  const { kind } = fields(given)
  const path = kind === 'engineer' ? '/desk/sign-in' : '/sign-in'
  const message = fromHere(actionCall(path, idOf('app/parts/sign-in-action.ts#signIn'), fields(given), {}), gate.origin)
  return gate.wire({ ...message, headers: { ...message.headers, ...headers } })
}

function cookiesOf({ headers }: Answer): string[] {
  return (headers['set-cookie'] ?? []).filter((one) => one.startsWith(`${COOKIE}=`) && !one.startsWith(`${COOKIE}=;`))
}

function plain({ status, body }: Answer, name: string): string {
  return `${status} ${body.replaceAll(name, '')}`
}

async function countOf({ owner }: Gate): Promise<number> {
  const [row] = await owner`select count(*)::int as count from sessions`
  return row?.count
}

/** By the application's own way, with the portal's pepper. */
async function hashed(text: string, { secrets, origin }: Gate): Promise<string> {
  Object.assign(process.env, secrets, { DATABASE_URL: 'postgres://nowhere.example/none', PUBLIC_URL: origin })
  const { hashPassword } = await import('#lib/auth/passwords.ts')
  return hashPassword(text)
}
