import { sql } from 'drizzle-orm'
import { pgPolicy, pgTable } from 'drizzle-orm/pg-core'
import { reference } from './columns.ts'
import { engineers } from './engineers.ts'
import { mailWishes } from './mail-wishes.ts'
import { isEngineer, myEngineer } from './policies.ts'

/** Which mails an engineer wants and when; its own business. */
export const engineerWishes = pgTable(
  'engineer_wishes',
  {
    engineerId: reference()
      .primaryKey()
      .references(() => engineers.id, { onDelete: 'cascade' }),
    ...mailWishes(),
  },
  (t) => {
    const own = sql`${isEngineer} and ${t.engineerId} = ${myEngineer}`
    return [pgPolicy('own', { for: 'all', using: own, withCheck: own })]
  },
)
