import 'server-only'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { filterProblem } from '#lib/auth/ldap/filter.ts'
import { dataFields, fieldGroups, provisionings } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { orUnknown } from '#lib/db/violations.ts'
import { AppError } from '#lib/errors.ts'
import type { SettingsChange } from '../input.ts'
import { type Provisioning, provisioningOf } from '../queries/frame.ts'
import { shownSettings, startOf } from '../queries/stored.ts'
import type { Source } from '../rule-set.ts'

/**
 * Says how the people of a source are provisioned. A schedule begins with its next hour or day, never at once.
 * @throws AppError `conflict` where it was changed meanwhile, `invalid` for a source that is gone, a filter that is none, an unknown field
 */
export function saveSettings(
  viewer: EngineerViewer,
  { source, sourceId, version, ...change }: SettingsChange,
): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    await requireFitting(tx, source, change)
    const before = await lockedOrNew(tx, { kind: source, id: sourceId })
    requireVersion(shownSettings(before), version)
    const nextRunAt =
      change.schedule === before.schedule
        ? before.nextRunAt
        : change.schedule === 'off'
          ? null
          : sql`now() + ${change.schedule === 'hourly' ? '1 hour' : '1 day'}::interval`
    await tx
      .update(provisionings)
      .set({ ...change, nextRunAt })
      .where(eq(provisionings.id, before.id))
    await tell(tx, viewer, before.id, { action: 'provisioning.changed', before: shownSettings(before), after: change })
  })
}

async function requireFitting(
  tx: Transaction,
  source: Source['kind'],
  { filter, fieldAttributes }: Pick<SettingsChange, 'filter' | 'fieldAttributes'>,
): Promise<void> {
  // It looks for everybody, so there is no login to put into it.
  const isWrong = source === 'ldap' && (/[{}]/.test(filter) || filterProblem(filter) !== undefined)
  if (isWrong) throw new AppError('invalid', { fields: { filter: 'filter' } })
  const wanted = Object.keys(fieldAttributes)
  const known = await tx
    .selectDistinct({ key: dataFields.key })
    .from(dataFields)
    .innerJoin(fieldGroups, eq(fieldGroups.id, dataFields.fieldGroupId))
    .where(
      and(eq(fieldGroups.level, 'contact'), isNull(dataFields.archivedAt), inArray(dataFields.key, ['', ...wanted])),
    )
  const keys = new Set(known.map(({ key }) => key))
  if (wanted.some((key) => !keys.has(key)))
    throw new AppError('invalid', { fields: { fieldAttributes: 'unknownField' } })
}

/** The source's provisioning, held until the transaction ends; made with its usual attributes where there is none. */
export async function lockedOrNew(tx: Transaction, source: Source): Promise<Provisioning> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('set up provisioning', ${source.id}))`)
  const found = await provisioningOf(tx, source)
  if (found) return found
  const owner = source.kind === 'ldap' ? { ldapServerId: source.id } : { oidcProviderId: source.id }
  const [made] = await orUnknown(
    'source',
    tx
      .insert(provisionings)
      .values({ ...owner, ...startOf(source) })
      .returning(),
  )
  if (!made) throw new Error('no row')
  return made
}

type Told = { action: string; before?: object; after?: object }

export function tell(tx: Transaction, viewer: EngineerViewer, provisioning: number, told: Told): Promise<void> {
  return record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      subjectKind: 'provisioning',
      subjectId: String(provisioning),
      ...told,
    },
    tx,
  )
}
