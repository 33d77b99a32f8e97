import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { customerGroups, engineers } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { giveRoles } from '#lib/engineers/commands/write.ts'
import { writeRole } from '#lib/roles/commands/write.ts'
import type { Change, Impact } from './change.ts'
import { concernedBy, idList } from './concerned.ts'
import { sidesOf } from './sides.ts'

/** At most this many contacts are asked, and for so long: the answer is there within seconds at any number of tickets. */
const MOST_ASKED = 5000
const BUDGET = { preview: 2000, save: 700 }
/** Beyond it PostgreSQL ends the statement. */
const LIMIT = '15s'

/**
 * What a change would do to customers: each is asked what it sees before and after, by the functions that decide, within
 * one transaction that is taken back. The change itself is made by the functions that save it.
 * @param until `save` asks for less time than `preview`
 * @throws AppError as the change itself, `forbidden` for who does not administer
 */
export async function impactOf(
  viewer: EngineerViewer,
  change: Change,
  until: keyof typeof BUDGET = 'preview',
): Promise<Impact> {
  const taken = new TakenBack()
  await asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    await tx.execute(sql.raw(`set local statement_timeout = '${LIMIT}'`))
    taken.impact = await measured(tx, change, BUDGET[until])
    throw taken
  }).catch((error: unknown) => {
    if (error !== taken) throw error
  })
  if (!taken.impact) throw new Error('no impact was measured')
  return taken.impact
}

/** Tells this change from any other, so that what is confirmed is what was told. */
export const markOf = (change: Change): string => versionOf(change)

class TakenBack extends Error {
  impact: Impact | undefined
}

async function measured(tx: Transaction, change: Change, budget: number): Promise<Impact> {
  const concerned = await concernedBy(tx, change, MOST_ASKED)
  if (change.kind === 'textClass') return entriesOf(tx, change, concerned, budget)
  const before = await noteSights(tx, concerned.ids, budget, 'before')
  await apply(tx, change)
  const after = await noteSights(tx, before.asked, 3 * budget, 'after')
  const compared = after.asked
  const rows = await tx.execute<{ who: string; gains: number; losses: number; gained: string[]; lost: string[] }>(
    sql`select * from compare_sights(${idList(compared)})`,
  )
  return {
    counted: 'tickets',
    gains: await sidesOf(
      tx,
      rows.map((row) => ({ contact: row.who, count: row.gains, tickets: row.gained })),
    ),
    losses: await sidesOf(
      tx,
      rows.map((row) => ({ contact: row.who, count: row.losses, tickets: row.lost })),
    ),
    concerned: concerned.count,
    asked: compared.length,
    exact: compared.length === concerned.count && !before.more && !after.more,
  }
}

/** Asks as many of the contacts as there is time for; `more`: one of them has more tickets within reach than are looked at. */
async function noteSights(
  tx: Transaction,
  contacts: number[],
  milliseconds: number,
  name: 'before' | 'after',
): Promise<{ asked: number[]; more: boolean }> {
  const [row] = await tx.execute<{ done: number; more: boolean }>(
    sql`select done, more from note_sights(${idList(contacts)}, ${milliseconds}, ${name})`,
  )
  return { asked: contacts.slice(0, row?.done ?? 0), more: row?.more ?? true }
}

/** Makes the change, without what belongs to a real one: the log, and who else is told. */
async function apply(tx: Transaction, change: Exclude<Change, { kind: 'textClass' }>): Promise<void> {
  switch (change.kind) {
    case 'role':
      await writeRole(tx, change.role, change.id)
      break
    case 'profile':
      await giveRoles(tx, change.id, [...change.roles])
      break
    case 'profileActive':
      await tx.update(engineers).set({ active: change.active }).where(eq(engineers.id, change.id))
      break
    case 'portal':
      await tx.update(customerGroups).set({ portalEnabled: change.enabled }).where(eq(customerGroups.id, change.group))
  }
}

/** A class that customers may read shows them all its entries in tickets that they see, and hides them again. */
async function entriesOf(
  tx: Transaction,
  { id, customerVisible }: Extract<Change, { kind: 'textClass' }>,
  concerned: { ids: number[]; count: number },
  budget: number,
): Promise<Impact> {
  const [now] = await tx.execute<{ shown: boolean }>(
    sql`select customer_visible as shown from text_classes where id = ${id}`,
  )
  const changes = now !== undefined && now.shown !== customerVisible
  const rows = changes
    ? await tx.execute<{ who: string; entries: number; numbers: string[] | null; more: boolean }>(
        sql`select * from entries_in_class(${id}, ${idList(concerned.ids)}, ${2 * budget})`,
      )
    : []
  const side = await sidesOf(
    tx,
    rows.map((row) => ({ contact: row.who, count: row.entries, tickets: row.numbers })),
  )
  const none = await sidesOf(tx, [])
  const asked = changes ? rows.length : concerned.count
  return {
    counted: 'entries',
    gains: customerVisible ? side : none,
    losses: customerVisible ? none : side,
    concerned: concerned.count,
    asked,
    exact: asked === concerned.count && !rows.some(({ more }) => more),
  }
}
