import { index, pgTable } from 'drizzle-orm/pg-core'
import { reference } from './columns.ts'
import { contacts } from './contacts.ts'
import { tsvector } from './search-documents.ts'

/**
 * The words by which engineers find a contact: of its name, details, login and company, in their plain form. No policy:
 * the application reaches them only through `search_contacts`, which applies the rules.
 */
export const contactWords = pgTable(
  'contact_words',
  {
    contactId: reference()
      .primaryKey()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    words: tsvector().notNull(),
  },
  (t) => [index('contact_words_words').using('gin', t.words)],
).enableRLS()
