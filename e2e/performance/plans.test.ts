import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { bulkSeed } from '#bin/seed/bulk/bulk-seed.ts'
import { COMMON_WORD, RARE_WORD } from '#bin/seed/bulk/vocabulary.ts'
import { type ContactViewer, type EngineerViewer, viewerShape } from '#lib/access/viewer.ts'
import { connect, type Database } from '#lib/db/client.ts'
import { createTestDatabase, type TestDatabase } from '#lib/db/testing.ts'
import { createForm } from '#lib/queues/queries.ts'
import { deskList } from '#lib/tickets/queries/desk-list.ts'
import { deskTicket } from '#lib/tickets/queries/desk-ticket.ts'
import { deskViewShape } from '#lib/tickets/queries/desk-view.ts'
import { ticketList } from '#lib/tickets/queries/list.ts'
import { customerTicket } from '#lib/tickets/queries/ticket.ts'
import { welcome } from '#lib/tickets/queries/welcome.ts'
import { ticketViewShape } from '#lib/tickets/view.ts'

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows'?: number; Plans?: Plan[] }

/** Tables that grow with the tickets: reading one of them from end to end is slow one day, however fast it is today. */
const GROWING = [
  'tickets',
  'entries',
  'attachments',
  'field_values',
  'participants',
  'shares',
  'read_marks',
  'search_documents',
  'mentions',
]
/** Search walks this many of the newest tickets; everything else sorts a few pages at most. */
const SORTED_AT_MOST = 1_000

let database: TestDatabase
let db: Database
let viewers: { largest: ContactViewer; small: ContactViewer }
let plans: Plan[] = []

beforeAll(async () => {
  database = await createTestDatabase(inject('cluster'))
  await bulkSeed({
    ownerUrl: database.ownerUrl,
    tickets: 10_000,
    seed: 3,
    credential: { passwordHash: 'none', passwordScheme: 'none' },
    log: () => {},
  })
  await attachAFileToEachEntry(database)
  await letTheDeskWork(database)
  await explainEverything(database)
  db = connect(database.appUrl, { max: 2, onNotice: collect })
  Object.assign(globalThis, { porticoDatabase: db })
  viewers = { largest: await viewerOf('bench.largest'), small: await viewerOf('bench.small') }
}, 180_000)
afterAll(async () => {
  await db?.$client.end()
  await database?.drop()
})

/** The bulk world has no files, and an empty table is always read from end to end. */
async function attachAFileToEachEntry({ ownerUrl }: TestDatabase) {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await owner.unsafe(`
    alter table attachments disable trigger user;
    insert into attachments (id, ticket_id, entry_id, text_class_id, name, content_type, bytes, sha256, storage_key)
      select gen_random_uuid(), ticket_id, id, text_class_id, 'a.txt', 'text/plain', 1, '', '' from entries;
    alter table attachments enable trigger user;
    analyze attachments`)
  await owner.end()
}

/** The bulk world has no triggers while it is made: what waits for us, is due and mentions somebody is put in afterwards. */
async function letTheDeskWork({ ownerUrl }: TestDatabase) {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  await owner.unsafe(`
    alter table tickets disable trigger user;
    update tickets set customer_spoke_last = id % 3 = 0,
      answer_due_at = case when is_open and id % 2 = 0 then now() + (id % 100 - 50) * interval '1 hour' end;
    alter table tickets enable trigger user;
    insert into mentions (engineer_id, ticket_id, entry_id, mentioned_at, seen_at)
      select e.id, x.ticket_id, min(x.id), max(x.created_at), case when x.ticket_id % 400 > 0 then now() end
      from entries x, engineers e where (x.ticket_id + e.id) % 8 = 0 group by e.id, x.ticket_id;
    analyze tickets; analyze mentions`)
  await owner.end()
}

/** PostgreSQL then sends the plan of every statement, also of those inside functions, as a notice to whoever sent it. */
async function explainEverything({ superuserUrl }: TestDatabase) {
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} })
  const name = new URL(superuserUrl).pathname.slice(1)
  for (const [setting, value] of Object.entries({
    session_preload_libraries: 'auto_explain',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_level': 'notice',
    'auto_explain.log_format': 'json',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_nested_statements': 'on',
  })) {
    await superuser.unsafe(`alter role portico_app in database "${name}" set ${setting} = '${value}'`)
  }
  await superuser.end()
}

function collect({ message = '' }: postgres.Notice) {
  const start = message.indexOf('{')
  if (start >= 0) plans.push(JSON.parse(message.slice(start)).Plan)
}

async function viewerOf(login: string): Promise<ContactViewer> {
  const [row] = await db.execute<{ viewer: unknown }>(
    sql`select act_as('contact', id) as viewer from credential_of_login('contact', ${login})`,
  )
  const viewer = viewerShape.parse(row?.viewer)
  if (viewer.kind !== 'contact') throw new Error(`${login} is no contact`)
  return viewer
}

async function engineerOf(login: string): Promise<EngineerViewer> {
  const [row] = await db.execute<{ viewer: unknown }>(
    sql`select act_as('engineer', id) as viewer from credential_of_login('engineer', ${login})`,
  )
  const viewer = viewerShape.parse(row?.viewer)
  if (viewer.kind !== 'engineer') throw new Error(`${login} is no engineer`)
  return viewer
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** What a page did that will not stay fast. */
async function offences(page: () => Promise<unknown>): Promise<string[]> {
  plans = []
  await page()
  const nodes = plans.flatMap(nodesOf)
  expect(nodes.length).toBeGreaterThan(5)
  const scans = nodes.filter(
    (node) => node['Node Type'] === 'Seq Scan' && GROWING.includes(node['Relation Name'] ?? ''),
  )
  const sorts = nodes.filter((node) => /Sort/.test(node['Node Type']) && (node['Actual Rows'] ?? 0) > SORTED_AT_MOST)
  return [
    ...scans.map((node) => `reads all of ${node['Relation Name']}`),
    ...sorts.map((node) => `sorts ${node['Actual Rows']} rows`),
  ]
}

const view = (asked: Record<string, string>) => ticketViewShape.parse(asked)

describe.each(['largest', 'small'] as const)('for somebody of the %s company', (who) => {
  test.each([
    ['own open tickets', {}],
    ['all own tickets', { status: 'all' }],
    ['own tickets by number', { status: 'all', sort: 'number' }],
    ["the company's open tickets", { scope: 'company' }],
    ["all the company's tickets", { scope: 'company', status: 'all' }],
    ["the company's tickets by number", { scope: 'company', status: 'all', sort: 'number' }],
    ['a search for a common word', { scope: 'company', status: 'all', q: COMMON_WORD }],
    ['a search for a rare word', { scope: 'company', status: 'all', q: RARE_WORD }],
    ['a search among own tickets', { status: 'all', q: COMMON_WORD }],
  ])('%s are found by index', async (_page, asked: Record<string, string>) => {
    expect(await offences(() => ticketList(viewers[who], view(asked), 'en'))).toEqual([])
  })

  test('a page far down the list is found by index too', async () => {
    let { older } = (await ticketList(viewers[who], view({ scope: 'company', status: 'all' }), 'en')).page
    for (let i = 0; older && i < 5; i++) {
      const before = older
      older = (await ticketList(viewers[who], view({ scope: 'company', status: 'all', before }), 'en')).page.older
      expect(
        await offences(() => ticketList(viewers[who], view({ scope: 'company', status: 'all', before }), 'en')),
      ).toEqual([])
    }
  })

  test('the welcome page, a ticket and the form for a new one are', async () => {
    expect(await offences(() => welcome(viewers[who], 'en'))).toEqual([])
    const { rows } = (await ticketList(viewers[who], view({ scope: 'company', status: 'all' }), 'en')).page
    const number = rows[0]?.number ?? 0
    expect(await offences(() => customerTicket(viewers[who], number, { locale: 'en' }))).toEqual([])
    const { queues } = await welcome(viewers[who], 'en')
    expect(await offences(() => createForm(viewers[who], queues[0]?.key ?? '', 'en'))).toEqual([])
  })
})

describe('at the desk', () => {
  test.each([
    ['everything open', {}],
    ['one’s own', { view: 'mine' }],
    ['unassigned', { view: 'unassigned' }],
    ['waiting for us', { view: 'waiting' }],
    ['overdue', { view: 'overdue' }],
    ['mentioned', { view: 'mentioned' }],
    ['closed', { view: 'closed' }],
    ['a queue', { queue: 'ServiceDesk', view: 'all' }],
    ['a queue by number', { queue: 'ServiceDesk', view: 'all', sort: 'number' }],
    ['what is due next', { sort: 'due' }],
    ['longest without activity', { sort: 'oldest' }],
    ['of a company', { view: 'all', company: '1' }],
    ['of a customer', { view: 'all', contact: '1' }],
    ['of an engineer', { view: 'closed', engineer: '1' }],
    ['in a status', { view: 'all', status: '2' }],
    ['with a value', { queue: 'ServiceDesk', field: 'priority:high' }],
    ['of some days', { view: 'all', from: '2025-01-01', until: '2030-01-01' }],
    [
      'everything at once',
      { queue: 'ServiceDesk', engineer: '1', field: 'priority:low', from: '2025-01-01', q: COMMON_WORD },
    ],
    ['a search', { q: RARE_WORD }],
  ])('%s is found by index', async (_list, asked: Record<string, string>) => {
    const viewer = await engineerOf('katrin.berger')
    expect(await offences(() => deskList(viewer, deskViewShape.parse(asked), 'en'))).toEqual([])
  })

  test('and so is a ticket', async () => {
    const viewer = await engineerOf('katrin.berger')
    const { rows } = await deskList(viewer, deskViewShape.parse({}), 'en')
    const number = rows[0]?.number ?? 0
    expect(await offences(() => deskTicket(viewer, number, { locale: 'en' }))).toEqual([])
  })
})
