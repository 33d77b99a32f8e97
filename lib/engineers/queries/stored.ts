import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { engineerRoles, engineers, roles } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'

/** An engineer or profile as it is, in the shape in which it is changed. */
export type StoredEngineer = {
  isTrack: boolean
  active: boolean
  name: string
  login: string
  email: string | null
  locale: string
  ldapId: string | null
  roles: number[]
}

export async function storedEngineer(tx: Transaction, id: number): Promise<StoredEngineer | undefined> {
  const [row] = await tx
    .select({
      isTrack: engineers.isTrack,
      active: engineers.active,
      name: engineers.name,
      login: engineers.login,
      email: engineers.email,
      locale: engineers.locale,
      ldapId: engineers.ldapId,
    })
    .from(engineers)
    .where(eq(engineers.id, id))
  if (!row) return undefined
  const held = await tx
    .select({ id: engineerRoles.roleId })
    .from(engineerRoles)
    .where(eq(engineerRoles.engineerId, id))
    .orderBy(engineerRoles.roleId)
  return { ...row, roles: held.map((role) => role.id) }
}

/** The same for the audit log: roles by name, and nothing secret. */
export async function toldEngineer(tx: Transaction, { isTrack, roles: held, ...rest }: StoredEngineer) {
  const named = await tx.select({ name: roles.name }).from(roles).where(inArray(roles.id, held)).orderBy(roles.name)
  return { kind: isTrack ? 'profile' : 'engineer', ...rest, roles: named.map(({ name }) => name) }
}
