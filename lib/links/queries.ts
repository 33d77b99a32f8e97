import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from '../db/transaction.ts'
import { hashOf, looksLikeToken, type Purpose } from './tokens.ts'

export type LinkedAccount = { kind: 'contact' | 'engineer'; login: string; name: string; company: string | null }

/** Whose link it is, for whoever holds it; null for one that is unknown, used or over. Uses nothing up. */
export async function accountOfLink(purpose: Purpose, token: string): Promise<LinkedAccount | null> {
  if (!looksLikeToken(token)) return null
  const [row] = await asNobody((db) =>
    db.execute<LinkedAccount>(
      sql`select kind, login, name, company from account_of_link(${purpose}, ${hashOf(token)})`,
    ),
  )
  return row ?? null
}
