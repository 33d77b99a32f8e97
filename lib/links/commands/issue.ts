import 'server-only'
import { sql } from 'drizzle-orm'
import { asSystem } from '#lib/jobs/as.ts'
import { hashOf, newToken, type Purpose } from '../tokens.ts'

/** Makes a link for a mail that is about to be sent, and returns the secret in it. */
export async function issueLink(
  purpose: Purpose,
  { contactId, engineerId }: { contactId: number | null; engineerId: number | null },
  minutes: number,
): Promise<string> {
  const token = newToken()
  await asSystem((tx) =>
    tx.execute(sql`select issue_account_link(${purpose}, ${contactId}, ${engineerId}, ${hashOf(token)}, ${minutes})`),
  )
  return token
}

/** The same to confirm the address of somebody who registered. */
export async function issueRegistrationLink(registration: number, minutes: number): Promise<string> {
  const token = newToken()
  await asSystem((tx) => tx.execute(sql`select issue_registration_link(${registration}, ${hashOf(token)}, ${minutes})`))
  return token
}
