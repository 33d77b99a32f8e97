import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { customerGroups, engineers } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { orTaken } from '#lib/db/violations.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { isTheme } from '#lib/themes/registry.ts'
import { singlesOf } from '../annotation-rules.ts'
import type { Level } from '../data-model.ts'
import type { GroupChange } from '../input.ts'
import { fitsInName, keysIn } from '../name-pattern.ts'
import { groupFigures } from '../queries/figures.ts'
import { storedFields, storedGroup } from '../queries/stored.ts'
import { inGroup, tell } from './in-group.ts'

/** @throws AppError `invalid` for a key that is taken, a profile or theme that does not exist, a pattern before there are fields */
export function createGroup(viewer: EngineerViewer, change: GroupChange): Promise<number> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    await requireKnown(tx, change)
    await requireFieldsOf(tx, undefined, change)
    const [made] = await orTaken('key', tx.insert(customerGroups).values(change).returning({ id: customerGroups.id }))
    if (!made) throw new AppError('unexpected')
    await tell(tx, viewer, { part: 'customer_group', id: made.id, change: 'created', after: change })
    return made.id
  })
}

/**
 * Makes a customer group what the change says, at once: a portal switched off ends the sessions of its contacts, a fixed
 * profile is given to every account, a new pattern renames. Accounts stay where no new ones are allowed any more.
 * @param shown the version that the form showed
 * @throws AppError `not_found`, `conflict`, `invalid` as `createGroup` and where companies stand against contacts only
 */
export function changeGroup(viewer: EngineerViewer, id: number, change: GroupChange, shown?: string): Promise<void> {
  return inGroup(viewer, id, async (tx) => {
    const before = await storedGroup(tx, id)
    if (!before) throw notFound()
    requireVersion(before, shown)
    await requireKnown(tx, change, before)
    await requireFieldsOf(tx, id, change)
    if (before.hasCompanies && !change.hasCompanies) await requireNoCompanies(tx, id)
    await orTaken('key', tx.update(customerGroups).set(change).where(eq(customerGroups.id, id)))
    const given = change.fixedProfileId === null ? 0 : await giveProfile(tx, id, change.fixedProfileId)
    const after = given > 0 ? { ...change, accountsGivenTheProfile: given } : change
    await tell(tx, viewer, { part: 'customer_group', id, change: 'changed', before, after })
  })
}

async function giveProfile(tx: Transaction, group: number, profile: number): Promise<number> {
  const [row] = await tx.execute<{ given: string }>(sql`select give_profile_to_group(${group}, ${profile}) as given`)
  return Number(row?.given ?? 0)
}

/** What was chosen before may stay, also where it could not be chosen any more. */
async function requireKnown(tx: Transaction, change: GroupChange, before?: GroupChange): Promise<void> {
  const { theme, fixedProfileId } = change
  if (theme !== null && theme !== before?.theme && !isTheme(theme))
    throw new AppError('invalid', { fields: { theme: 'unknown' } })
  if (fixedProfileId === null || fixedProfileId === before?.fixedProfileId) return
  const [profile] = await tx
    .select({ id: engineers.id })
    .from(engineers)
    .where(and(eq(engineers.id, fixedProfileId), engineers.isTrack, engineers.active))
  if (!profile) throw new AppError('invalid', { fields: { fixedProfileId: 'unknown' } })
}

async function requireNoCompanies(tx: Transaction, group: number): Promise<void> {
  const figures = (await groupFigures(tx, group)).get(group)
  if (figures?.companies) throw new AppError('invalid', { fields: { hasCompanies: 'companiesExist' } })
}

/** A pattern names fields in use, of its own level, whose values are kept among the fields. */
async function requireFieldsOf(tx: Transaction, group: number | undefined, change: GroupChange): Promise<void> {
  const fields = group === undefined ? [] : await storedFields(tx, group)
  const wrong = (level: Level, pattern: string | null) =>
    keysIn(pattern ?? '').some(
      (key) =>
        !fields.some(
          (field) =>
            field.level === level &&
            field.key === key &&
            !field.archivedAt &&
            fitsInName(field.type) &&
            singlesOf(field).length === 0,
        ),
    )
  if (wrong('company', change.companyName)) throw new AppError('invalid', { fields: { companyName: 'patternField' } })
  if (wrong('contact', change.contactName)) throw new AppError('invalid', { fields: { contactName: 'patternField' } })
}
