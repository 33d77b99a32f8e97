import { sql } from 'drizzle-orm'
import { index, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core'
import { id, now, reference } from './columns.ts'
import { engineers } from './engineers.ts'
import { isEngineer, mayAdminister, myEngineer, reads } from './policies.ts'
import { queues } from './queues.ts'

/** A text ready to be put into an answer: one engineer's own, or everybody's; for one queue or all, one language or any. */
export const cannedTexts = pgTable(
  'canned_texts',
  {
    id: id(),
    /** Null: shared, and kept by administrators. */
    engineerId: reference().references(() => engineers.id, { onDelete: 'cascade' }),
    queueId: reference().references(() => queues.id, { onDelete: 'cascade' }),
    locale: text(),
    title: text().notNull(),
    body: text().notNull(),
    changedAt: now(),
  },
  (t) => {
    const kept = sql`${isEngineer} and (${t.engineerId} = ${myEngineer} or (${t.engineerId} is null and ${mayAdminister}))`
    return [
      index().on(t.engineerId, t.title),
      index().on(t.queueId),
      reads('read', sql`${isEngineer} and (${t.engineerId} is null or ${t.engineerId} = ${myEngineer})`),
      pgPolicy('keep', { for: 'all', using: kept, withCheck: kept }),
    ]
  },
)
