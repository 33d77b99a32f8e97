import 'server-only'
import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/** What the engineer's roles allow in a customer group beside reading. */
export type CustomerRights = { mayWrite: boolean; mayKeepAccounts: boolean; mayDelete: boolean }

/** The rights as columns of a query, by the column that holds the customer group. */
export function rightsIn(group: AnyColumn): { [key in keyof CustomerRights]: SQL<boolean> } {
  const within = (list: string) => sql<boolean>`coalesce(${group} = any (viewer_ids(${list})), false)`
  return {
    mayWrite: within('write_groups'),
    mayKeepAccounts: within('account_groups'),
    mayDelete: within('delete_groups'),
  }
}
