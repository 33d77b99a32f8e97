import { sql } from 'drizzle-orm'
import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import type { connect } from '#lib/db/client.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import type { Id, Viewer } from '../oracle/world.ts'
import { sessionRow } from './rows.ts'

/** The kinds of viewer that the database knows. */
export type Observer = Extract<Viewer, { kind: 'contact' | 'engineer' | 'viewing-as' }>

const sights = sql.raw(`
  select 'sees ticket ' || id as decision from tickets
  union all select format('sees entry %s of ticket %s', id, ticket_id) from entries
  union all select format('sees attachment %s of ticket %s', right(id::text, 12)::int, ticket_id) from attachments
  union all select format('sees field %s of ticket %s', field_id, ticket_id) from field_values
  union all select 'sees company ' || id from companies
  union all select 'sees contact ' || id from contacts
  union all select format('sees participant %s of ticket %s', contact_id, ticket_id) from participants
  union all select format('sees share %s of ticket %s', id, ticket_id) from shares
  union all select 'adds a comment of ticket ' || id from tickets where may_comment(id)
  union all select format('lets contact %s in on a share of ticket %s', c, id)
    from tickets, generate_series(1, 8) c where viewer_kind() = 'contact' and v7_may_invite(id, c)
`)

/**
 * What the viewer sees and may do by the word of the database, in the application's own transaction, as sentences like the
 * oracle's; null where the application refuses it altogether.
 */
export async function observe(db: ReturnType<typeof connect>, viewer: Observer): Promise<Set<string> | null> {
  try {
    const rows = await asViewer(signedIn(viewer), (tx) => tx.execute<{ decision: string }>(sights), db)
    return new Set(rows.map((row) => row.decision))
  } catch (error) {
    if (error instanceof AppError && error.code === 'session_ended') return null
    throw error
  }
}

/** Only kind, number and session of it are believed; the rights are loaded by the database. */
export function signedIn(viewer: Observer): SignedInViewer | ViewingViewer {
  const ids: Id[] = []
  const session = viewer.session === null ? {} : { session: sessionRow(viewer.session) }
  const rights = {
    ...session,
    name: '',
    locale: null,
    must_change_password: false,
    read_queues: ids,
    write_queues: ids,
    append_queues: ids,
    create_queues: ids,
    execute_queues: ids,
    read_groups: ids,
    write_groups: ids,
    account_groups: ids,
    delete_groups: ids,
  }
  if (viewer.kind === 'engineer') {
    return {
      kind: 'engineer',
      engineer: viewer.engineer,
      ...rights,
      administer: false,
      manage_news: false,
      manage_faq: false,
    }
  }
  const contact = {
    contact: viewer.contact,
    ...rights,
    company: null,
    company_name: null,
    customer_group: 0,
    profile: 0,
    own_company: null,
    scheme: null,
    company_theme: null,
    group_theme: null,
  }
  return viewer.kind === 'contact'
    ? { kind: 'contact', ...contact }
    : { kind: 'viewing-as', ...contact, engineer: viewer.engineer, engineer_name: '', until: new Date() }
}
