import { expect } from '@playwright/test'
import { sessionRow } from '../database/rows.ts'
import { buildOf } from './build.ts'
import { type Gate, test } from './fixture.ts'
import { actionForm, posted } from './forms.ts'
import { settle } from './ink.ts'
import { permittedChanges, withMore } from './permitted.ts'
import { difference, snapshot } from './snapshot.ts'
import { people, tickets, town } from './town.ts'
import { sentBy, visitorNamed } from './visitors.ts'
import type { Message } from './wire.ts'

test.describe.configure({ timeout: 120_000 })

const changes = permittedChanges()

/** What a form could name to act as another, elsewhere, or further than it may. */
const more = {
  ...Object.fromEntries(
    ['company', 'company_id', 'companyId', 'customer_group_id', 'customerGroup', 'queue', 'queueId', 'queue_id'].map(
      (name) => [name, '2'],
    ),
  ),
  ...Object.fromEntries(
    ['contact', 'contactId', 'main_contact_id', 'mainContactId', 'authorContactId', 'author'].map((name) => [
      name,
      String(people.stranger),
    ]),
  ),
  ...Object.fromEntries(
    ['engineer', 'engineerId', 'viewer', 'owner', 'ticket', 'ticketId', 'id', 'number'].map((name) => [name, '1003']),
  ),
  ...Object.fromEntries(
    ['role', 'roles', 'profile', 'administer', 'kind', 'status', 'statusId', 'textClassId'].map((name) => [name, '2']),
  ),
  'field.f1': 'canary',
  'field.f2': 'canary',
  'field.f4': 'canary',
  createdAt: '2001-01-01',
  session: sessionRow(people.stranger),
  constructor: 'x',
  __proto__: 'x',
}

test('the changes to be forged are of every kind', () => {
  expect(changes.length).toBeGreaterThanOrEqual(12)
})

for (const { name, visitor, message, knows } of changes) {
  test(`more fields than the form has change nothing further: ${name}`, async ({ gate }) => {
    const honest = await effectOf(gate, () => gate.ask(visitor, message()))
    const further = Object.fromEntries(Object.entries(more).filter(([field]) => !knows.includes(field)))
    const forged = await effectOf(gate, () => gate.ask(visitor, withMore(message(), further)))
    expect(forged).toEqual(honest)
  })

  test(`another site cannot make it: ${name}`, async ({ gate }) => {
    await settle(gate, town)
    const before = await snapshot(gate.owner)
    for (const headers of elsewhere(gate.origin)) {
      const sent = sentBy(visitor, message(), gate.cookies)
      await gate.wire({ ...sent, headers: { ...sent.headers, ...headers } })
    }
    const changed = difference(before, await snapshot(gate.owner)).filter((line) => !line.startsWith('read_marks'))
    expect(changed).toEqual([])
  })
}

/** What a browser says of a form of another site; nothing at all is no better. */
function elsewhere(origin: string): Record<string, string>[] {
  const { port } = new URL(origin)
  return [
    {},
    { origin: 'null' },
    { origin: 'http://elsewhere.example' },
    { origin: `http://evil.localhost:${port}` },
    { origin: `http://localhost:${Number(port) + 1}` },
    { origin: `http://localhost.elsewhere.example:${port}` },
    { origin: 'http://elsewhere.example', 'x-forwarded-host': 'elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { referer: 'http://elsewhere.example/' },
    { referer: `http://localhost.elsewhere.example:${port}/` },
    { origin: 'http://elsewhere.example', referer: `${origin}/`, 'sec-fetch-site': 'same-origin' },
  ]
}

test('an address that changes something does so by POST alone', async ({ gate }) => {
  await settle(gate, town)
  const before = await snapshot(gate.owner)
  for (const path of ['/sign-out', '/preferences?locale=de', `/files/drafts/comment/${1000 + tickets.own}?body=x`]) {
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH']) {
      const { status } = await gate.ask(visitorNamed('customer'), { method, path })
      expect(status, `${method} ${path}`).toBe(405)
    }
  }
  expect(difference(before, await snapshot(gate.owner))).toEqual([])
})

test.describe('an action believes nothing that was bound or handed back to it', () => {
  const { actions } = buildOf()
  for (const [action, id] of actions) {
    test(action, async ({ gate }) => {
      await settle(gate, town)
      const before = await snapshot(gate.owner)
      for (const name of ['anonymous', 'stranger', 'customer, session revoked', 'engineer, blindToGroup']) {
        for (const message of forgeries(id)) {
          const { body, headers } = await gate.ask(visitorNamed(name), message)
          expect
            .soft(`${body} ${headers.location ?? ''} ${headers['x-action-redirect'] ?? ''}`)
            .not.toMatch(/href="(https?:)?\/\/elsewhere|^\/\/elsewhere/)
        }
      }
      const changed = difference(before, await snapshot(gate.owner)).filter((line) => !isOwn(line))
      expect(changed).toEqual([])
    })
  }
})

/** What anybody who is signed in may begin, and which nothing was needed to name: seen marks, and a second factor that is not confirmed. */
const isOwn = (line: string) => /^read_marks|^authenticators \+ .*"secret": null, .*"confirmed_at": null/.test(line)

/** Calls of an action with other arguments than its page gives it, from pages that are not its own. */
function forgeries(id: string): Message[] {
  const number = String(1000 + tickets.own)
  const fields = {
    key: '00000000-0000-4000-8000-00000000000a',
    number,
    activity: 'a1',
    session: sessionRow(people.customer),
    kind: 'contact',
    body: 'x',
  }
  const state = { go: '//elsewhere.example', viewer: { kind: 'contact', contact: people.customer }, problem: null }
  const called = (given: string) =>
    posted(
      '/sign-in',
      [...Object.entries(fields).map(([name, value]) => [`_1_${name}`, value] as const), ['0', given]],
      { 'next-action': id },
    )
  const bound = (given: unknown[]) =>
    posted('/sign-in', {
      $ACTION_REF_1: '',
      '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }),
      '$ACTION_1:1': JSON.stringify(given),
      ...fields,
    })
  return [
    ...['/', '/sign-in', '/desk', `/tickets/${number}`, `/desk/tickets/${number}`, '/account'].map((path) =>
      actionForm(path, id, fields),
    ),
    ...[[state, '$K1'], ['$K1', '$K1'], [fields], [state], [], ['x'], [null, null]].map((given) =>
      called(JSON.stringify(given)),
    ),
    called('not json'),
    ...[[state], [fields], [], [null], [people.customer, state]].map(bound),
  ]
}

/** All that a request changes, without what is new each time. */
async function effectOf(gate: Gate, act: () => Promise<unknown>): Promise<string[]> {
  await settle(gate, town)
  const before = await snapshot(gate.owner)
  await act()
  const anew =
    /(?<="pending_secret": ")[\w-]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+\+00:00|\b\d{6,}\b/g
  const lines = difference(before, await snapshot(gate.owner)).map((line) => line.replaceAll(anew, '…'))
  return lines.filter((line) => !/^(drafts|search_documents) [-]/.test(line)).toSorted()
}
