import { customType, index, pgTable } from 'drizzle-orm/pg-core'
import { reference } from './columns.ts'
import { tickets } from './tickets.ts'

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * The words of a ticket: those that customers may find it by, and all. Beside the words stand scope lexemes (company,
 * main customer, participants, queue), so that the index alone narrows to what the viewer may see. No policy: the
 * application reaches it only through `search_tickets`, which applies the rule functions.
 */
export const searchDocuments = pgTable(
  'search_documents',
  {
    ticketId: reference()
      .primaryKey()
      .references(() => tickets.id, { onDelete: 'cascade' }),
    customerWords: tsvector().notNull(),
    allWords: tsvector().notNull(),
  },
  (t) => [
    index('search_customer_words').using('gin', t.customerWords),
    index('search_all_words').using('gin', t.allWords),
  ],
).enableRLS()
