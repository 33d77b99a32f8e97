import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from '#lib/db/transaction.ts'
import { hashOf, looksLikeToken } from '#lib/links/tokens.ts'

export type LinkedRegistration = { id: number; name: string; email: string; company: string | null }

/** What was registered, for whoever holds the link in the mail; null for one that is unknown, used or over. Uses nothing up. */
export async function registrationOfLink(token: string): Promise<LinkedRegistration | null> {
  if (!looksLikeToken(token)) return null
  const [row] = await asNobody((db) =>
    db.execute<LinkedRegistration>(
      sql`select id::int as id, name, email, company from registration_of_link(${hashOf(token)})`,
    ),
  )
  return row ?? null
}
