import { sql } from 'drizzle-orm'
import { bigint, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { now, reference } from './columns.ts'
import { drafts } from './drafts.ts'
import { entries } from './entries.ts'
import { deletes, ids, inserts, isEngineer, reads } from './policies.ts'
import { textClasses } from './text-classes.ts'
import { tickets } from './tickets.ts'

/**
 * A stored file. Until its text is sent it hangs on a draft and only the draft's owner sees it; afterwards it belongs to
 * an entry and is visible by its own text class (V5). `bytes` and `sha256` (hex) are those that were written to disk.
 */
export const attachments = pgTable(
  'attachments',
  {
    id: uuid().primaryKey(),
    draftId: uuid().references(() => drafts.id, { onDelete: 'cascade' }),
    ticketId: reference().references(() => tickets.id, { onDelete: 'cascade' }),
    entryId: reference().references(() => entries.id, { onDelete: 'cascade' }),
    textClassId: reference().references(() => textClasses.id),
    name: text().notNull(),
    contentType: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    storageKey: text().notNull(),
    createdAt: now(),
  },
  (t) => {
    const onOwnDraft = sql`exists (select from ${drafts} d where d.id = ${t.draftId})`
    const onVisibleTicket = sql`exists (select from ${tickets} t where t.id = ${t.ticketId})`
    return [
      index().on(t.ticketId, t.entryId),
      index().on(t.draftId),
      index().on(t.textClassId),
      reads(
        'read',
        sql`case when ${t.ticketId} is null then ${onOwnDraft} else ${onVisibleTicket} and (${isEngineer} or v5_class_visible(${t.textClassId}, ${ids('visible_classes')})) end`,
      ),
      inserts('create', sql`${t.ticketId} is null and ${onOwnDraft}`),
      deletes('delete', sql`${t.ticketId} is null and ${onOwnDraft}`),
    ]
  },
)
