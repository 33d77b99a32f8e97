import 'server-only'
import { eq } from 'drizzle-orm'
import { requireAdministrator } from '../access/administers.ts'
import type { EngineerViewer } from '../access/viewer.ts'
import { record } from '../audit/commands.ts'
import { keepAWayIn } from '../auth/ldap/way-in.ts'
import { settings as settingsTable } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { SETTINGS, type SettingKey, valueInForce } from './settings.ts'

/**
 * Puts a setting into force, on every instance at once. A value that is the default is not stored.
 * @throws AppError `invalid` with the field `value`; `conflict` with reason `noWayIn` where no engineer could sign in any more
 */
export async function changeSetting(viewer: EngineerViewer, key: SettingKey, typed: string): Promise<void> {
  const parsed = SETTINGS[key].typed.safeParse(typed)
  if (!parsed.success)
    throw new AppError('invalid', { fields: { value: parsed.error.issues[0]?.message ?? 'invalid' } })
  return asViewer(viewer, (tx) => replace(tx, viewer, key, parsed.data))
}

/** Puts the default into force again. */
export function resetSetting(viewer: EngineerViewer, key: SettingKey): Promise<void> {
  return asViewer(viewer, (tx) => replace(tx, viewer, key, valueInForce(key, undefined)))
}

async function replace(tx: Transaction, viewer: EngineerViewer, key: SettingKey, value: unknown): Promise<void> {
  await requireAdministrator(tx)
  const [stored] = await tx.select().from(settingsTable).where(eq(settingsTable.key, key)).for('update')
  const before = valueInForce(key, stored?.value)
  if (before === value) return
  if (value === valueInForce(key, undefined)) {
    await tx.delete(settingsTable).where(eq(settingsTable.key, key))
  } else {
    const row = { value, changedById: viewer.engineer, changedAt: new Date() }
    await tx
      .insert(settingsTable)
      .values({ key, ...row })
      .onConflictDoUpdate({ target: settingsTable.key, set: row })
  }
  if (key === 'engineer.authentication.method') await keepAWayIn(tx)
  await record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: 'setting.changed',
      subjectKind: 'setting',
      subjectId: key,
      before,
      after: value,
    },
    tx,
  )
}
