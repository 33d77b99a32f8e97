import 'server-only'
import { asc, eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { customerGroups, engineers, roles } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { notFound } from '#lib/errors.ts'
import { type FactorsHeld, factorsOf } from '#lib/factors/queries/of-person.ts'
import { limitsNow, type SeatsUsed, seatsUsed } from '#lib/licence/queries.ts'
import { type StoredEngineer, storedEngineer } from './stored.ts'
import { engineersWaiting } from './waiting.ts'

export type RoleChoice = { id: number; name: string; description: string }

export type EngineerForm = {
  person: StoredEngineer
  version: string
  roles: RoleChoice[]
  lastSignInAt: Date | null
  waitsUntil: Date | null
  factors: FactorsHeld
  createdAt: Date
  /** Of a profile: the contacts who share it, how many of them are signed in, and the customer groups that give it to all. */
  contacts: number
  signedIn: number
  fixedFor: string[]
}

/** An engineer or profile with all that its page shows. @throws AppError `forbidden`, `not_found` */
export function engineerForm(viewer: EngineerViewer, id: number, locale: string): Promise<EngineerForm> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    const person = await storedEngineer(tx, id)
    const [more] = await tx
      .select({
        lastSignInAt: engineers.lastSignInAt,
        createdAt: engineers.createdAt,
        contacts: sql<number>`contacts_of_profile(${engineers.id}, null)`,
        signedIn: sql<number>`signed_in_by_profile(${engineers.id})`,
      })
      .from(engineers)
      .where(eq(engineers.id, id))
    if (!person || !more) throw notFound()
    const fixed = await tx
      .select({ label: labelIn(customerGroups.labels, locale), key: customerGroups.key })
      .from(customerGroups)
      .where(eq(customerGroups.fixedProfileId, id))
      .limit(20)
    return {
      person,
      version: versionOf(person),
      roles: await roleChoices(tx),
      ...more,
      waitsUntil: (await engineersWaiting(tx, [id])).get(id) ?? null,
      factors: await factorsOf(tx, { kind: 'engineer', owner: id }),
      fixedFor: fixed.map(({ label, key }) => label || key),
    }
  })
}

/** What the page for somebody new shows. @throws AppError `forbidden` */
export function newEngineerForm(viewer: EngineerViewer): Promise<{ roles: RoleChoice[]; seats: SeatsUsed }> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    return { roles: await roleChoices(tx), seats: await seatsUsed(tx, await limitsNow(tx)) }
  })
}

function roleChoices(tx: Transaction): Promise<RoleChoice[]> {
  return tx
    .select({ id: roles.id, name: roles.name, description: roles.description })
    .from(roles)
    .orderBy(asc(roles.name))
    .limit(500)
}
