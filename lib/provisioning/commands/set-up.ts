import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '#lib/access/administers.ts'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { provisionings } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { requireVersion } from '#lib/db/version.ts'
import { orUnknown } from '#lib/db/violations.ts'
import type { SettingsChange } from '../input.ts'
import { type Provisioning, provisioningOf } from '../queries/frame.ts'
import { shownSettings, startOf } from '../queries/stored.ts'
import type { Source } from '../rule-set.ts'

/**
 * Says how the people of a source are provisioned. A schedule begins with its next hour or day, never at once.
 * @throws AppError `conflict` where it was changed meanwhile, `invalid` for a source that is gone
 */
export function saveSettings(
  viewer: EngineerViewer,
  { source, sourceId, version, ...change }: SettingsChange,
): Promise<void> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
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
