import 'server-only'
import { sql } from 'drizzle-orm'
import { labelIn } from '#lib/db/labels.ts'
import { customerGroups } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { type CustomerRights, rightsIn } from './rights.ts'

export type CustomerGroup = CustomerRights & { id: number; key: string; label: string; hasCompanies: boolean }

/** The customer groups whose contacts and companies the engineer may read, by label. */
export function customerGroupsOf(tx: Transaction, locale: string): Promise<CustomerGroup[]> {
  return tx
    .select({
      id: customerGroups.id,
      key: customerGroups.key,
      label: labelIn(customerGroups.labels, locale),
      hasCompanies: customerGroups.hasCompanies,
      ...rightsIn(customerGroups.id),
    })
    .from(customerGroups)
    .where(sql`${customerGroups.id} = any (viewer_ids('read_groups'))`)
    .orderBy(sql`3`, customerGroups.id)
    .limit(200)
}
