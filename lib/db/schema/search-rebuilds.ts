import { pgTable } from 'drizzle-orm/pg-core'
import { id, reference } from './columns.ts'
import { textClasses } from './text-classes.ts'
import { ticketFields } from './ticket-fields.ts'

/**
 * A text class or field that customers may read since, or may not, while the search documents of its tickets are still as
 * before. Until a job has done them all, a search asks of each hit of such a ticket what its texts say now. Like the
 * documents it has no policy: nobody but the functions of the search and the job touches it.
 */
export const searchRebuilds = pgTable('search_rebuilds', {
  id: id(),
  textClassId: reference().references(() => textClasses.id, { onDelete: 'cascade' }),
  fieldId: reference().references(() => ticketFields.id, { onDelete: 'cascade' }),
  /** Transactions before this one may still write by what was before; the job begins when they have ended. */
  waitsFor: reference(),
  /** The tickets up to this id are done. */
  doneTo: reference().notNull().default(0),
}).enableRLS()
