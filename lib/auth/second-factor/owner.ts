import { and, eq, isNull } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

export type Owner = { kind: 'contact' | 'engineer'; owner: number }

/** The rows of this owner, in any table of factors. */
export function isOf(table: { contactId: PgColumn; engineerId: PgColumn }, { kind, owner }: Owner) {
  return kind === 'contact' ? eq(table.contactId, owner) : and(isNull(table.contactId), eq(table.engineerId, owner))
}

export const columnsOf = ({ kind, owner }: Owner) => (kind === 'contact' ? { contactId: owner } : { engineerId: owner })
