import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { cannedTexts, contacts, tickets } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'

/** A canned text as it goes into an answer, with the customer's name, one's own and the number filled in; `''` for an unknown one. */
export function cannedText(viewer: EngineerViewer, id: number, number: number): Promise<string> {
  return asViewer(viewer, async (tx) => {
    const [found] = await tx
      .select({ body: cannedTexts.body, customer: sql<string>`coalesce(${contacts.name}, '')` })
      .from(cannedTexts)
      .leftJoin(tickets, eq(tickets.number, number))
      .leftJoin(contacts, eq(contacts.id, tickets.mainContactId))
      .where(eq(cannedTexts.id, id))
    if (!found) return ''
    return found.body
      .replaceAll('{customer}', found.customer)
      .replaceAll('{engineer}', viewer.name)
      .replaceAll('{number}', String(number))
  })
}
