import { randomInt } from 'node:crypto'
import { request } from 'node:http'
import { expect } from '@playwright/test'
import { buildOf } from '../access/http/build.ts'
import { type Gate, test } from '../access/http/fixture.ts'
import { actionCall, type Fields, fromHere } from '../access/http/forms.ts'
import { settle } from '../access/http/ink.ts'
import { town } from '../access/http/town.ts'
import { rankTest, type Timed } from '../support/rank-test.ts'

/** Of each kind. A password costs the server a quarter of a second; `TIMING_SAMPLES=200` asks as often as one has patience. */
const SAMPLES = Number(process.env.TIMING_SAMPLES || 30)
/** Equal kinds fall below it once in ten thousand runs; kinds that differ by a password's hash never stay above. */
const TOLD_APART = 0.0001

const { idOf } = buildOf()

test.describe.configure({ timeout: 60_000 + SAMPLES * 4_000 })

test.beforeAll(async ({ gate }) => {
  await settle(gate, town)
  const hash = await hashed('correct horse battery staple', gate)
  await gate.owner`
    insert into contacts (id, customer_group_id, name) select n, 1, 'Contact ' || n from generate_series(10001, ${10_000 + 2 * SAMPLES}) n`
  await gate.owner`
    insert into contact_details (contact_id, email)
      select n, ${'known-'} || n || '@example.org' from generate_series(10001, ${10_000 + 2 * SAMPLES}) n`
  await gate.owner`
    insert into accounts (contact_id, login, login_normal, profile_id, password_hash, password_scheme)
      select n, 'known-' || n, 'known-' || n, 101, ${hash.text}, ${hash.scheme} from generate_series(10001, ${10_000 + 2 * SAMPLES}) n`
})

test('a wrong password takes as long for an unknown login as for a known one', async ({ gate }) => {
  const id = idOf('app/parts/sign-in-action.ts#signIn')
  await cannotTell(gate, '/sign-in', id, (login) => ({ kind: 'contact', login, password: 'guess for everybody' }))
})

test('"Forgot your password?" takes as long for an unknown login as for a known one', async ({ gate }) => {
  const id = idOf('app/(auth)/forgot-password/actions.ts#askForLink')
  await cannotTell(gate, '/forgot-password', id, (login) => ({ kind: 'contact', login }))
})

/** Asks for known and unknown logins in no order, each from an address of its own, so that nobody is made to wait for another. */
async function cannotTell(gate: Gate, path: string, id: string, fieldsOf: (login: string) => Fields): Promise<void> {
  const asked = Array.from({ length: SAMPLES }, (_, at) => [
    { known: true, login: `known-${10_001 + at}` },
    { known: false, login: `other-${10_001 + at}` },
  ]).flat()
  for (let at = 0; at < 5; at += 1) await took(gate, path, id, fieldsOf(`early-${10_001 + at}`))
  const times: Timed[] = []
  for (const { known, login } of shuffled(asked)) {
    times.push({ known, took: await took(gate, path, id, fieldsOf(login)) })
  }
  const p = rankTest(times)
  const told = `p = ${p.toPrecision(3)}; medians ${median(times, true)} ms known, ${median(times, false)} ms unknown`
  test.info().annotations.push({ type: 'rank test', description: told })
  process.stdout.write(`    ${path}: ${times.length} requests, ${told}\n`)
  expect(p, told).toBeGreaterThan(TOLD_APART)
}

function took(gate: Gate, path: string, id: string, fields: Fields): Promise<number> {
  const message = fromHere(actionCall(path, id, fields, {}), gate.origin)
  const { port, host } = new URL(gate.origin)
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const localAddress = `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`
  const body = Buffer.from(message.body ?? '')
  const headers = { ...message.headers, host, 'content-length': body.length }
  const started = performance.now()
  request({ host: '127.0.0.1', port, path, method: 'POST', headers, localAddress, agent: false }, (answer) => {
    answer.resume().on('end', () => {
      if (answer.statusCode === 200 || answer.statusCode === 303) resolve(performance.now() - started)
      else reject(new Error(`${path} answers ${answer.statusCode}`))
    })
  })
    .on('error', reject)
    .end(body)
  return promise
}

function shuffled<One>(list: readonly One[]): One[] {
  return list
    .map((one) => ({ one, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

function median(times: readonly Timed[], known: boolean): string {
  const sorted = times.filter((one) => one.known === known).map(({ took }) => took)
  return (sorted.toSorted((a, b) => a - b)[Math.floor(sorted.length / 2)] ?? 0).toFixed(1)
}

/** By the application's own way, with the portal's pepper. */
async function hashed(text: string, { secrets, origin }: Gate): Promise<{ text: string; scheme: string }> {
  Object.assign(process.env, secrets, { DATABASE_URL: 'postgres://nowhere.example/none', PUBLIC_URL: origin })
  const { hashPassword, passwordScheme } = await import('#lib/auth/passwords.ts')
  return { text: await hashPassword(text), scheme: passwordScheme() }
}
