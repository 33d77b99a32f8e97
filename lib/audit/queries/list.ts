import 'server-only'
import { and, desc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { audit, engineers } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'

export type AuditFilter = {
  /** A part of a person's name or login, or `system` or `anonymous`. */
  who: string
  action: string
  /** A kind of subject, or kind and id as `contact 42`. */
  subject: string
  from: Date | undefined
  to: Date | undefined
  before: number | undefined
}
export type AuditRow = Omit<typeof audit.$inferSelect, 'hash' | 'previousHash'> & {
  actorName: string | null
  subjectName: string | null
}

/** A page of the log, newest first; for administrators, nobody else gets a row. */
export function auditRows(viewer: EngineerViewer, filter: AuditFilter, size: number): Promise<AuditRow[]> {
  return asViewer(viewer, async (tx) => {
    const narrowing = await narrowingOf(tx, filter)
    if (!narrowing) return []
    const rows = await tx
      .select({
        id: audit.id,
        at: audit.at,
        actorKind: audit.actorKind,
        actorId: audit.actorId,
        action: audit.action,
        subjectKind: audit.subjectKind,
        subjectId: audit.subjectId,
        before: audit.before,
        after: audit.after,
        address: audit.address,
        requestId: audit.requestId,
      })
      .from(audit)
      .where(narrowing)
      .orderBy(desc(audit.id))
      .limit(size)
    const names = await namesFor(tx, rows)
    return rows.map((row) => ({
      ...row,
      actorName: names.get(`${row.actorKind} ${row.actorId}`) ?? null,
      subjectName: names.get(`${row.subjectKind} ${row.subjectId}`) ?? null,
    }))
  })
}

/** Every action that the log holds, by steps along the index. */
export function auditActions(viewer: EngineerViewer): Promise<string[]> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.execute<{ action: string }>(sql`
      with recursive step as (
        (select action from audit order by action limit 1)
        union all
        select (select a.action from audit a where a.action > step.action order by a.action limit 1) from step
        where step.action is not null
      )
      select action from step where action is not null limit 500`)
    return rows.map(({ action }) => action)
  })
}

/** Undefined where nobody is called so. */
async function narrowingOf(tx: Transaction, filter: AuditFilter): Promise<SQL | undefined> {
  const conditions: (SQL | undefined)[] = [
    filter.before === undefined ? undefined : lt(audit.id, filter.before),
    filter.action ? eq(audit.action, filter.action) : undefined,
    filter.from ? gte(audit.at, filter.from) : undefined,
    filter.to ? lt(audit.at, filter.to) : undefined,
  ]
  const [kind, id] = filter.subject.split(/\s+/)
  if (kind) conditions.push(eq(audit.subjectKind, kind))
  if (id) conditions.push(eq(audit.subjectId, id))
  if (filter.who === 'system' || filter.who === 'anonymous') conditions.push(eq(audit.actorKind, filter.who))
  else if (filter.who) {
    const people = await tx.execute<{ kind: 'contact' | 'engineer'; id: string }>(
      sql`select kind, person_id as id from people_named(${filter.who.slice(0, 100)}, 50)`,
    )
    if (people.length === 0) return undefined
    conditions.push(or(...people.map((one) => and(eq(audit.actorKind, one.kind), eq(audit.actorId, Number(one.id))))))
  }
  return and(...conditions) ?? sql`true`
}

async function namesFor(
  tx: Transaction,
  rows: readonly Pick<AuditRow, 'actorKind' | 'actorId' | 'subjectKind' | 'subjectId'>[],
) {
  const named = rows.flatMap(({ actorKind, actorId, subjectKind, subjectId }) => [
    `${actorKind} ${actorId}`,
    `${subjectKind} ${subjectId}`,
  ])
  const idsOf = (kind: string) => [
    ...new Set(
      named.flatMap((one) => (new RegExp(`^${kind} \\d{1,15}$`).test(one) ? [Number(one.split(' ')[1])] : [])),
    ),
  ]
  const names = new Map<string, string>()
  const contacts = idsOf('contact')
  if (contacts.length > 0) {
    const found = await tx.execute<{ id: string; name: string }>(
      sql`select contact_id as id, name from contact_names(${sql.param(contacts)}::bigint[])`,
    )
    for (const { id, name } of found) names.set(`contact ${id}`, name)
  }
  const people = idsOf('engineer')
  if (people.length > 0) {
    const found = await tx
      .select({ id: engineers.id, name: engineers.name })
      .from(engineers)
      .where(sql`${engineers.id} = any (${sql.param(people)}::bigint[])`)
    for (const { id, name } of found) names.set(`engineer ${id}`, name)
  }
  return names
}
