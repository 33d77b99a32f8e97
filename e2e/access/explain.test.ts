import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, expect, inject, it } from 'vitest'
import { explain } from '#lib/access/explain/queries.ts'
import type { Item, Person } from '#lib/access/explain/question.ts'
import { ruleRows } from '#lib/access/explain/rules.ts'
import type { RuleRow } from '#lib/access/explain/sentences.ts'
import { causesOf } from '#lib/access/explain/standing.ts'
import { type EngineerViewer, viewerShape } from '#lib/access/viewer.ts'
import { connect } from '#lib/db/client.ts'
import { createTestDatabase } from '#lib/db/testing.ts'
import { load } from './database/load.ts'
import { attachmentRow } from './database/rows.ts'
import { v1, v2, v3 } from './oracle/relation.ts'
import { actorOf } from './oracle/standing.ts'
import { seesAttachment, seesEntry, seesTicket } from './oracle/visibility.ts'
import type { Ticket, Viewer, World } from './oracle/world.ts'
import seeds from './seeds.json' with { type: 'json' }
import { worlds } from './world-arbitrary.ts'

const database = await createTestDatabase(inject('cluster'))
const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
const db = connect(database.appUrl, { max: 4 })
Object.assign(globalThis, { porticoDatabase: db })
const sample = fc.sample(worlds, seeds.explain)

afterAll(async () => {
  await Promise.all([owner.end(), db.$client.end()])
  await database.drop()
})

const ADMINISTRATOR = 900
const CLERK = 901
const people = (world: World): Person[] => [
  ...world.contacts.map(({ id }) => ({ kind: 'contact', id }) as const),
  ...world.engineers.map(({ id }) => ({ kind: 'engineer', id }) as const),
]
const viewerOf = ({ kind, id }: Person): Viewer =>
  kind === 'contact' ? { kind, contact: id, session: null } : { kind, engineer: id, session: null }

/** An administrator of no queue and no customer group; beside it an engineer without any role. */
async function administratorOf(world: World): Promise<EngineerViewer> {
  await load(owner, world)
  await owner.unsafe(`
    insert into engineers (id, login, name) overriding system value values (${ADMINISTRATOR}, 'root', 'Root'), (${CLERK}, 'clerk', 'Clerk');
    insert into roles (id, name, administer) overriding system value values (${ADMINISTRATOR}, 'root', true);
    insert into engineer_roles values (${ADMINISTRATOR}, ${ADMINISTRATOR})`)
  const [row] = await owner<{ rights: unknown }[]>`select viewer_rights('engineer', ${ADMINISTRATOR}) as rights`
  const viewer = viewerShape.parse(row?.rights)
  return viewer.kind === 'engineer' ? viewer : expect.fail()
}

async function everyAnswer<T>(look: (world: World, root: EngineerViewer) => Promise<T[]>): Promise<T[]> {
  const found: T[] = []
  for (const world of sample) found.push(...(await look(world, await administratorOf(world))))
  return found
}

const verdicts = (rows: RuleRow[]) => rows.map(({ rule, verdict }) => `${rule} ${verdict}`).join(', ')
const fails = (rows: RuleRow[], ...rules: string[]) =>
  rows.some(({ rule, verdict }) => rules.includes(rule) && verdict === 'fails')

/** In what an explanation of a ticket contradicts the specification, the policies or itself. */
function faultsOf(
  world: World,
  person: Person,
  ticket: Ticket,
  { standing, sees, rows }: { standing: Parameters<typeof causesOf>[0]; sees: boolean; rows: RuleRow[] },
): string[] {
  const viewer = viewerOf(person)
  const principal = actorOf(world, viewer)?.principal
  const says = (rule: string) => rows.find((row) => row.rule === rule)?.verdict
  const judge = (holds: boolean, asked: boolean) => (asked ? (holds ? 'holds' : 'fails') : 'notAsked')
  const faq = world.queues.some(({ id, kind }) => id === ticket.queue && kind === 'faq')
  const related = principal?.kind === 'contact' && !faq ? v3(world, principal, ticket) : true
  const checks: [string, unknown, unknown][] = [
    ['the policy', sees, seesTicket(world, viewer, ticket)],
    ['let in', standing.admitted, principal !== undefined],
    ['a cause named', causesOf(standing).length === 0, standing.admitted],
    ['V1', says('V1'), judge(principal !== undefined && v1(world, principal, ticket), principal !== undefined)],
    ['V2', says('V2'), judge(principal !== undefined && v2(world, principal, ticket), principal !== undefined && !faq)],
    ['V3', says('V3'), judge(related, principal?.kind === 'contact' && !faq)],
    ['V8', says('V8'), judge(sees, true)],
    ['the rows together', principal !== undefined && !fails(rows, 'V1', 'V2', 'V3'), sees],
    ['a reason to every verdict', rows.some((row) => row.verdict === 'holds' && row.because.length === 0), false],
  ]
  return checks
    .filter(([, is, should]) => is !== should)
    .map(
      ([what, is, should]) =>
        `${JSON.stringify(person)} ticket ${ticket.id} ${what}: ${is}, not ${should}; ${verdicts(rows)}`,
    )
}

it('the explainer says of every person and ticket what policies and oracle say, and names what decides', async () => {
  const wrong = await everyAnswer(async (world, root) => {
    const questions = people(world).flatMap((person) => world.tickets.map((ticket) => ({ person, ticket })))
    const answers = await Promise.all(
      questions.map(async ({ person, ticket }) => {
        const explained = await explain(root, { person, ticket: 1000 + ticket.id }, 'en')
        return faultsOf(world, person, ticket, { ...explained, rows: ruleRows(explained) })
      }),
    )
    return answers.flat()
  })
  expect(wrong).toEqual([])
}, 120_000)

it('the same of every entry and attachment', async () => {
  const wrong = await everyAnswer(async (world, root) => {
    const items: { item: Item; ticket: number; seen: (viewer: Viewer) => boolean }[] = [
      ...world.entries.map((one) => ({
        item: { kind: 'entry', id: String(one.id) } as const,
        ticket: one.ticket,
        seen: (viewer: Viewer) => seesEntry(world, viewer, one),
      })),
      ...world.attachments.map((one) => ({
        item: { kind: 'attachment', id: attachmentRow(one.id) } as const,
        ticket: world.entries.find(({ id }) => id === one.entry)?.ticket ?? 0,
        seen: (viewer: Viewer) => seesAttachment(world, viewer, one),
      })),
    ]
    const answers = await Promise.all(
      people(world).flatMap((person) =>
        items.map(async ({ item, ticket, seen }) => {
          const explained = await explain(root, { person, ticket: 1000 + ticket, item }, 'en')
          const rows = ruleRows(explained)
          const should = seen(viewerOf(person))
          const together = explained.standing.admitted && !fails(rows, 'V1', 'V2', 'V3', 'V5', 'V6')
          return explained.sees === should && together === should
            ? []
            : [`${JSON.stringify(person)} ${item.kind} ${item.id}: ${explained.sees}, ${verdicts(rows)}, not ${should}`]
        }),
      ),
    )
    return answers.flat()
  })
  expect(wrong).toEqual([])
}, 120_000)

it('leaves the administrator who it was, and tells nobody else', async () => {
  const [world] = sample
  if (!world) return expect.fail()
  const root = await administratorOf(world)
  const left = await db.transaction(async (tx) => {
    await tx.execute(`select act_as('engineer', ${ADMINISTRATOR})`)
    await tx.execute(`select explain_ticket('contact', c.id, t.number) from contacts c, tickets t`)
    await tx.execute(`select explain_ticket('contact', 1, n) from generate_series(1000, 1020) n`)
    return tx.execute(`select viewer_kind() as kind, viewer_id('engineer')::int as id, viewer_id('contact') as contact,
      viewer_has('administer') as administers, (select count(*)::int from tickets) as tickets`)
  })
  expect([...left]).toEqual([{ kind: 'engineer', id: ADMINISTRATOR, contact: null, administers: true, tickets: 0 }])
  const question = { person: { kind: 'contact', id: 1 }, ticket: 1001 } as const
  await expect(explain({ ...root, engineer: CLERK }, question, 'en')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(explain(root, { ...question, ticket: 1 }, 'en')).rejects.toMatchObject({ detail: { reason: 'ticket' } })
})
