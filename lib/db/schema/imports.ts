import { sql } from 'drizzle-orm'
import {
  bigint,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ImportCounts, ImportOptions, ImportProblem } from '#lib/import/import.ts'
import { id, moment, now, reference } from './columns.ts'
import { customerGroups } from './customer-groups.ts'
import { deletes, ids, inserts, isEngineer, myEngineer, reads, updates } from './policies.ts'

/**
 * A file of companies or contacts on its way in; its engineer's alone. The file lies in the store until the import is
 * over, then `fileId` is null. Whoever works on it writes `worker` and `heartbeatAt`; a silent one is taken over.
 */
export const imports = pgTable(
  'imports',
  {
    id: id(),
    engineerId: reference().notNull(),
    customerGroupId: reference()
      .notNull()
      .references(() => customerGroups.id, { onDelete: 'cascade' }),
    level: text({ enum: ['company', 'contact'] }).notNull(),
    fileName: text().notNull(),
    fileId: uuid(),
    storageKey: text(),
    bytes: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    options: jsonb().$type<ImportOptions>().notNull(),
    state: text({ enum: ['mapping', 'checking', 'checked', 'running', 'done', 'failed'] })
      .notNull()
      .default('mapping'),
    problem: jsonb().$type<ImportProblem>(),
    /** Rows of the file, known after the check, and how many of them are through. */
    total: integer(),
    done: integer().notNull().default(0),
    counts: jsonb().$type<ImportCounts>(),
    worker: uuid(),
    heartbeatAt: moment(),
    createdAt: now(),
    finishedAt: moment(),
  },
  (t) => {
    const own = sql`${isEngineer} and ${t.engineerId} = ${myEngineer}`
    const inGroup = (list: string) => sql`${t.customerGroupId} = any (${ids(list)}::bigint[])`
    return [
      index().on(t.engineerId, t.id),
      // Two at once in one group would both make the company that neither found.
      uniqueIndex('one_import_at_a_time').on(t.customerGroupId).where(sql`${t.state} = 'running'`),
      reads('read', own),
      inserts('create', sql`${own} and ${inGroup('write_groups')} and ${inGroup('read_groups')}`),
      updates('change', own),
      deletes('delete', own),
    ]
  },
)

/** What the check found, or the run did, with one row of the file; never a value of it but the name. */
export const importRows = pgTable(
  'import_rows',
  {
    importId: reference()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    line: integer().notNull(),
    outcome: text({ enum: ['created', 'changed', 'unchanged', 'refused'] }).notNull(),
    name: text().notNull(),
    /** The columns that differ, by target. */
    changes: text().array().notNull().default([]),
    /** Why it is refused: keys of messages, with what they speak of after a colon. */
    problems: text().array().notNull().default([]),
  },
  (t) => {
    const own = sql`exists (select from ${imports} i where i.id = ${t.importId})`
    return [
      primaryKey({ columns: [t.importId, t.line] }),
      index().on(t.importId, t.outcome, t.line),
      pgPolicy('own', { for: 'all', using: own, withCheck: own }),
    ]
  },
)
