import { sql } from 'drizzle-orm'
import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { id, now, reference } from './columns.ts'
import { inserts, mayAdminister, reads } from './policies.ts'

/** Who did what, before and after, never a secret. A trigger chains each row to the one before by SHA-256. */
export const audit = pgTable(
  'audit',
  {
    id: id(),
    at: now(),
    actorKind: text({ enum: ['anonymous', 'contact', 'engineer', 'system'] }).notNull(),
    actorId: reference(),
    action: text().notNull(),
    subjectKind: text(),
    subjectId: text(),
    before: jsonb(),
    after: jsonb(),
    address: text(),
    requestId: text(),
    previousHash: text(),
    hash: text(),
  },
  (t) => [
    index().on(t.subjectKind, t.subjectId),
    index().on(t.at),
    index().on(t.action, t.id),
    index().on(t.actorKind, t.actorId, t.id),
    reads('read', mayAdminister),
    inserts('write', sql`true`),
  ],
)
