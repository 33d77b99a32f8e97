import 'server-only'
import { sql } from 'drizzle-orm'
import type { Transaction } from '#lib/db/transaction.ts'

/** How many there are in a customer group; `admitted` may sign in while its portal is on. */
export type GroupFigures = {
  companies: number
  contacts: number
  inCompany: number
  accounts: number
  admitted: number
}

/** By customer group; all of them, or one. For administrators. */
export async function groupFigures(tx: Transaction, only?: number): Promise<Map<number, GroupFigures>> {
  const rows = await tx.execute<Record<string, string>>(sql`select * from customer_group_figures(${only ?? null})`)
  return new Map(
    rows.map((row) => [
      Number(row.customer_group),
      {
        companies: Number(row.companies),
        contacts: Number(row.contacts),
        inCompany: Number(row.in_company),
        accounts: Number(row.accounts),
        admitted: Number(row.admitted),
      },
    ]),
  )
}

/** How many accounts of the customer group have another profile than this one, or none. */
export async function accountsBeside(tx: Transaction, group: number, profile: number): Promise<number> {
  const [row] = await tx.execute<{ count: string }>(sql`select accounts_beside_profile(${group}, ${profile}) as count`)
  return Number(row?.count ?? 0)
}

/** How many values a field has, wherever they are kept. */
export async function holdersOf(tx: Transaction, field: number): Promise<number> {
  const [row] = await tx.execute<{ count: string }>(sql`select data_field_holders(${field}) as count`)
  return Number(row?.count ?? 0)
}
