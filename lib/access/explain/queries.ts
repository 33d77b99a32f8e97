import 'server-only'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { type ItemFacts, itemShape, type Standing, standingShape, type TicketFacts, ticketShape } from './facts.ts'
import { type ReadableItem, readableItems } from './items.ts'
import { type HeldRole, namesFor, rolesOf } from './names.ts'
import { type Item, itemKey, type Person, type Question } from './question.ts'

type NamesOf = Awaited<ReturnType<typeof namesFor>>

/** What the database says about one person, one ticket and perhaps one entry of it. */
export type Explained = {
  standing: Standing
  ticket: TicketFacts
  roles: readonly HeldRole[]
  names: NamesOf
  item?: ItemFacts | undefined
  /** The policies' own word, read as that person: on the ticket, or on the entry that was asked for. */
  sees: boolean
  /** The newest entries and attachments that the administrator itself may read, and whether the person sees them. */
  items: (ReadableItem & { seen: boolean })[]
}

/**
 * Asks why a person sees a ticket or does not: each rule function, and the policies themselves, as that person. The
 * administrator learns numbers, and the names that it may read.
 * @throws AppError `not_found` with `reason` `person`, `ticket` or `item`, `forbidden` for who does not administer
 */
export function explain(viewer: EngineerViewer, question: Question, locale: string): Promise<Explained> {
  return asViewer(viewer, async (tx) => {
    if (!viewer.administer) throw new AppError('forbidden')
    const { person, item: asked } = question
    const standing = await standingOf(tx, person)
    const ticket = await answer(
      tx,
      sql`explain_ticket(${person.kind}, ${person.id}, ${question.ticket})`,
      ticketShape,
      'ticket',
    )
    const item = asked && (await itemIn(tx, person, asked, ticket.id))
    const names = await namesFor(
      tx,
      {
        queue: ticket.queue,
        group: ticket.group,
        companies: [standing.company, ticket.company].filter((id) => id !== null),
        contacts: [
          ...(person.kind === 'contact' ? [person.id] : []),
          ...(ticket.mainContact === null ? [] : [ticket.mainContact]),
          ...(ticket.rules?.shares ?? []).map(({ by }) => by),
        ],
        fields: [...(ticket.rules?.fields ?? []).map(({ id }) => id), ...(item?.field == null ? [] : [item.field])],
      },
      locale,
    )
    const roles = standing.principal === null ? [] : await rolesOf(tx, standing.principal, ticket)
    const readable = asked ? [] : await readableItems(tx, ticket.id)
    const sees = await policySays(tx, question)
    const seen = sees ? new Set((await readableItems(tx, ticket.id)).map(itemKey)) : new Set()
    const items = readable.map((one) => ({ ...one, seen: seen.has(itemKey(one)) }))
    return { standing, ticket, roles, names, item, sees, items }
  })
}

/** How a person stands, before any ticket. @throws AppError `not_found` with `reason` `person` */
export async function standingOf(tx: Transaction, person: Person): Promise<Standing> {
  return answer(tx, sql`explain_standing(${person.kind}, ${person.id})`, standingShape, 'person')
}

async function itemIn(tx: Transaction, person: Person, item: Item, ticket: number): Promise<ItemFacts> {
  const call = sql`explain_item(${person.kind}, ${person.id}, ${item.kind}, ${item.id})`
  const found = await answer(tx, call, itemShape, 'item')
  if (found.ticket !== ticket) throw new AppError('not_found', { detail: { reason: 'item' } })
  return found
}

/** Becomes that person for the rest of the transaction, so it comes last. */
async function policySays(tx: Transaction, { person, ticket, item }: Question): Promise<boolean> {
  const [row] = await tx.execute<{ admitted: boolean }>(
    sql`select act_as(${person.kind}, ${person.id}) is not null as admitted`,
  )
  if (!row?.admitted) return false
  const wanted = item
    ? sql`select from ${sql.raw(item.kind === 'entry' ? 'entries' : 'attachments')} where id = ${item.id}`
    : sql`select from tickets where number = ${ticket}`
  const [seen] = await tx.execute<{ sees: boolean }>(sql`select exists (${wanted}) as sees`)
  return seen?.sees ?? false
}

async function answer<T>(
  tx: Transaction,
  call: ReturnType<typeof sql>,
  shape: z.ZodType<T>,
  reason: 'person' | 'ticket' | 'item',
): Promise<T> {
  const [row] = await tx.execute<{ answer: unknown }>(sql`select ${call} as answer`)
  if (row?.answer == null) throw new AppError('not_found', { detail: { reason } })
  return shape.parse(row.answer)
}
