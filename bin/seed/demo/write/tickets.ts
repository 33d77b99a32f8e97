import { sql } from 'drizzle-orm'
import { attachments } from '#lib/db/schema/attachments.ts'
import { entries } from '#lib/db/schema/entries.ts'
import { fieldValues } from '#lib/db/schema/field-values.ts'
import { tickets } from '#lib/db/schema/tickets.ts'
import type { Author, PlannedTicket } from '../history.ts'
import type { Random } from '../random.ts'
import type { Writer } from './connection.ts'
import { storeFile } from './files.ts'
import { type Ids, inPortions, takeIds } from './ids.ts'
import type { QueueIds } from './queues.ts'

export type Placed = PlannedTicket & { id: number }
export type TicketWorld = { ids: QueueIds; contacts: Ids; engineers: Ids; random: Random; filesFolder: string }

/** Tickets with fields, history and files. The triggers keep copies, order and search as for any other writer. */
export async function writeTickets(db: Writer, planned: PlannedTicket[], world: TicketWorld): Promise<Placed[]> {
  const { ids, contacts, engineers } = world
  const numbers = await takeIds(db, 'tickets', planned.length)
  const placed = planned.map((ticket, index) => ({ ...ticket, id: numbers[index] ?? 0 }))
  const rows = placed.map(({ id, queue, status, contact, engineer, subject, createdAt, closedAt, answerDueAt }) => ({
    id,
    queueId: ids.queues.of(queue),
    statusId: ids.statuses.of(`${queue}/${status}`),
    mainContactId: contact ? contacts.of(contact.login) : null,
    engineerId: engineer ? engineers.of(engineer) : null,
    subject,
    createdAt,
    updatedAt: createdAt,
    customerUpdatedAt: createdAt,
    closedAt: closedAt ?? null,
    answerDueAt: answerDueAt ?? null,
  }))
  await inPortions(rows, (portion) => db.insert(tickets).values(portion))
  await writeValues(db, placed, world)
  await writeEntries(db, placed, world)
  return placed
}

async function writeValues(db: Writer, placed: Placed[], { ids }: TicketWorld): Promise<void> {
  const rows = placed.flatMap(({ id, queue, values }) =>
    Object.entries(values).map(([key, value]) => ({
      ticketId: id,
      fieldId: ids.fields.of(`${queue}/${key}`),
      value: sql`${JSON.stringify(value)}::jsonb`,
    })),
  )
  await inPortions(rows, (portion) => db.insert(fieldValues).values(portion))
}

async function writeEntries(db: Writer, placed: Placed[], world: TicketWorld): Promise<void> {
  const all = placed.flatMap((ticket) => ticket.entries.map((entry) => ({ ticket, entry })))
  const numbers = await takeIds(db, 'entries', all.length)
  const rows = all.map(({ ticket, entry }, index) => ({
    id: numbers[index] ?? 0,
    ticketId: ticket.id,
    kind: entry.kind,
    textClassId: world.ids.classes.of(entry.as),
    ...authorColumns(entry.author, world),
    body: entry.body,
    fieldId: entry.field ? world.ids.fields.of(`${ticket.queue}/${entry.field}`) : null,
    change: entry.change ?? null,
    createdAt: entry.at,
  }))
  await inPortions(rows, (portion) => db.insert(entries).values(portion))
  const files = all.flatMap(({ ticket, entry }, index) =>
    entry.files.map((sketch) => ({
      ...storeFile(sketch, world.filesFolder, entry.at, world.random),
      ticketId: ticket.id,
      entryId: numbers[index] ?? 0,
      textClassId: world.ids.classes.of(entry.as),
    })),
  )
  await inPortions(files, (portion) => db.insert(attachments).values(portion))
}

function authorColumns(author: Author, { contacts, engineers }: TicketWorld) {
  return {
    authorKind: author.kind,
    authorName: author.name,
    authorContactId: author.kind === 'contact' ? contacts.of(author.login) : null,
    authorEngineerId: author.kind === 'engineer' ? engineers.of(author.login) : null,
  }
}
