import { sql } from 'drizzle-orm'
import type { connect } from '#lib/db/client.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { seesAttachment, seesEntry, seesField, seesTicket } from '../oracle/visibility.ts'
import { byId, type Id, type World } from '../oracle/world.ts'
import { type Observer, signedIn } from './observe.ts'
import { canary } from './rows.ts'

/** A word that one text of the world holds, the ticket of that text, and who may find it there. */
type Word = { readonly word: string; readonly ticket: Id; readonly found: (viewer: Observer) => boolean }

/** A canary of every text that a search may look at: subjects, entries, names of files, values of fields. */
export function wordsOf(world: World): Word[] {
  const { tickets, entries, attachments, fieldValues, fields } = world
  return [
    ...tickets.map((one) => ({
      word: canary('subject', one.id),
      ticket: one.id,
      found: (viewer: Observer) => seesTicket(world, viewer, one),
    })),
    ...entries
      .filter(({ kind }) => kind !== 'change')
      .map((one) => ({
        word: canary('entry', one.id),
        ticket: one.ticket,
        found: (viewer: Observer) => seesEntry(world, viewer, one),
      })),
    ...attachments.map((one) => ({
      word: canary('file', one.id),
      ticket: byId(entries, one.entry)?.ticket ?? 0,
      found: (viewer: Observer) => seesAttachment(world, viewer, one),
    })),
    ...fieldValues.map((one) => ({
      word: canary(`value${one.ticket}f`, one.field),
      ticket: one.ticket,
      found: (viewer: Observer) => {
        const [ticket, field] = [byId(tickets, one.ticket), byId(fields, one.field)]
        return ticket !== undefined && field !== undefined && seesField(world, viewer, ticket, field)
      },
    })),
  ]
}

/** All that the viewer finds, as "word in ticket", over every scope that a search can have. */
export async function findings(db: ReturnType<typeof connect>, viewer: Observer, words: Word[]): Promise<Set<string>> {
  const scopes = viewer.kind === 'engineer' ? ['queues', 'faq'] : ['mine', 'company', 'faq', 'queues']
  const rows = await asViewer(
    signedIn(viewer),
    (tx) =>
      tx.execute<{ hit: string }>(sql`
        select distinct word || ' in ' || ticket_id as hit
        from jsonb_array_elements_text(${JSON.stringify(words.map(({ word }) => word))}::text::jsonb) word,
          jsonb_array_elements_text(${JSON.stringify(scopes)}::text::jsonb) scope,
          lateral search_tickets(word, scope, null, null, null, null, 50)`),
    db,
  )
  return new Set(rows.map(({ hit }) => hit))
}
