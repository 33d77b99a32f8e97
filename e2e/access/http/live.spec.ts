import { expect } from '@playwright/test'
import { type Gate, test } from './fixture.ts'
import { settle } from './ink.ts'
import { people, sessions, tickets, town } from './town.ts'
import { visitorNamed } from './visitors.ts'

const own = `/tickets/${1000 + tickets.own}`
const signIn = '/sign-in'

/** What an administrator changes, whom it hits, and what the very next request answers, before and after. */
const changes: Record<string, { who: string; path: string; sql: string; before: number; after: number | string }> = {
  'the role loses read on the queue': {
    who: 'customer',
    path: own,
    sql: 'update queue_grants set read = false where role_id = 1 and queue_id = 1',
    before: 200,
    after: 404,
  },
  'the role loses read on the customer group': {
    who: 'customer',
    path: own,
    sql: 'update group_grants set read = false where role_id = 1',
    before: 200,
    after: 404,
  },
  'the profile loses its role': {
    who: 'customer',
    path: own,
    sql: 'delete from engineer_roles where engineer_id = 101',
    before: 200,
    after: 404,
  },
  'the contact gets another profile': {
    who: 'lead',
    path: own,
    sql: `update accounts set profile_id = 101 where contact_id = ${people.lead}`,
    before: 200,
    after: 404,
  },
  'the contact gains the own-company permission': {
    who: 'colleague',
    path: own,
    sql: `update accounts set profile_id = 102 where contact_id = ${people.colleague}`,
    before: 404,
    after: 200,
  },
  'the contact moves to another company': {
    who: 'lead',
    path: own,
    sql: `update contacts set company_id = 2 where id = ${people.lead}`,
    before: 200,
    after: 404,
  },
  'the main customer moves to another company, whose lead sees the ticket': {
    who: 'otherLead',
    path: own,
    sql: `update contacts set company_id = 2 where id = ${people.customer}`,
    before: 404,
    after: 200,
  },
  'the share is over': {
    who: 'sharee',
    path: own,
    sql: `update shares set ended_at = now() where contact_id = ${people.sharee}`,
    before: 200,
    after: 404,
  },
  'the participant leaves': {
    who: 'participant',
    path: own,
    sql: `delete from participants where contact_id = ${people.participant}`,
    before: 200,
    after: 404,
  },
  'the ticket moves to a queue of the house': {
    who: 'customer',
    path: own,
    sql: `update tickets set queue_id = 2, status_id = 3 where id = ${tickets.own}`,
    before: 200,
    after: 404,
  },
  'the profile is taken': account('profile_id = null'),
  'the account is disabled': account('disabled = true'),
  'the account is locked': account(`locked_until = now() + interval '1 hour'`),
  'the account is deleted': { ...account(''), sql: `delete from accounts where contact_id = ${people.customer}` },
  'the contact is deactivated': {
    ...account(''),
    sql: `update contacts set active = false where id = ${people.customer}`,
  },
  'the portal of the group is switched off': {
    ...account(''),
    sql: 'update customer_groups set portal_enabled = false where id = 1',
  },
  'the session is ended': {
    ...account(''),
    sql: `update sessions set ended_at = now() where contact_id = ${people.customer}`,
  },
  'the session was idle too long': {
    ...account(''),
    sql: `update sessions set last_used_at = now() - interval '61 minutes' where contact_id = ${people.customer}`,
  },
  'the engineer is deactivated': {
    who: 'engineer, desk',
    path: `/desk${own}`,
    sql: 'update engineers set active = false where id = 1',
    before: 200,
    after: '/desk/sign-in',
  },
  'the engineer loses read on the queue': {
    who: 'engineer, desk',
    path: `/desk${own}`,
    sql: 'update queue_grants set read = false where role_id = 4 and queue_id = 1',
    before: 200,
    after: 404,
  },
}

function account(set: string) {
  const sql = `update accounts set ${set} where contact_id = ${people.customer}`
  return { who: 'customer', path: own, sql, before: 200, after: signIn }
}

test.describe('bites on the next request', () => {
  test.beforeEach(({ gate }) => settle(gate, town))
  for (const [name, { who, path, sql, before, after }] of Object.entries(changes)) {
    test(name, async ({ gate }) => {
      const visitor = visitorNamed(who)
      expect((await gate.ask(visitor, { path })).status).toBe(before)
      await gate.owner.unsafe(sql)
      const { status, headers } = await gate.ask(visitor, { path })
      expect(typeof after === 'number' ? status : headers.location?.split('?')[0]).toBe(after)
    })
  }

  test('a file is gone with its text class', async ({ gate }) => {
    await fileAfter(gate, `update attachments set text_class_id = 2 where ticket_id = ${tickets.own}`)
  })
  test('a file is gone with its ticket', async ({ gate }) => {
    await fileAfter(gate, `update tickets set main_contact_id = ${people.stranger} where id = ${tickets.own}`)
  })
})

async function fileAfter(gate: Gate, sql: string): Promise<void> {
  const path = '/files/00000000-0000-4000-8000-000000000101/x'
  const customer = visitorNamed('customer')
  expect((await gate.ask(customer, { path })).body).toBe('canarycontent101x')
  await gate.owner.unsafe(sql)
  const gone = await gate.ask(customer, { path })
  const unknown = await gate.ask(customer, { path: path.replace('101', '999') })
  expect([gone.status, gone.body]).toEqual([unknown.status, unknown.body])
  expect(gone.status).toBe(404)
}

test('signing out ends the one session, at once and for a copy of its cookie', async ({ gate }) => {
  await settle(gate, town)
  const customer = visitorNamed('customer')
  const second = {
    name: 'second',
    viewer: { kind: 'contact', contact: people.customer, session: sessions.second },
  } as const
  await gate.ask(customer, { method: 'POST', path: '/sign-out' })
  expect((await gate.ask(customer, { path: own })).headers.location).toContain(signIn)
  expect((await gate.ask(second, { path: own })).status).toBe(200)
})
