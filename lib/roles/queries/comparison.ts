import 'server-only'
import { asc } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { roles } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import type { RoleChange } from '../input.ts'
import { type Lines, linesOf } from './page.ts'
import { storedRole } from './stored.ts'

export type RolesToCompare = Lines & {
  choices: { id: number; name: string }[]
  /** Undefined until both are chosen, and for one that does not exist. */
  pair: [RoleChange, RoleChange] | undefined
}

/** Two roles, and all that could be chosen. @throws AppError `forbidden` */
export function rolesToCompare(
  viewer: EngineerViewer,
  chosen: { left: number | undefined; right: number | undefined },
  locale: string,
): Promise<RolesToCompare> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const choices = await tx.select({ id: roles.id, name: roles.name }).from(roles).orderBy(asc(roles.name)).limit(500)
    const [left, right] = [await found(tx, chosen.left), await found(tx, chosen.right)]
    return { choices, pair: left && right ? [left, right] : undefined, ...(await linesOf(tx, locale)) }
  })
}

function found(tx: Transaction, id: number | undefined): Promise<RoleChange | undefined> {
  return id === undefined ? Promise.resolve(undefined) : storedRole(tx, id)
}
