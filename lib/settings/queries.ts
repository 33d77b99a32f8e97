import 'server-only'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { EngineerViewer } from '../access/viewer.ts'
import { audit, engineers, settings as settingsTable } from '../db/schema/index.ts'
import { asNobody, asViewer } from '../db/transaction.ts'
import { isSettingKey, SETTINGS, type SettingKey, type SettingValue, valueInForce } from './settings.ts'

type Values<K extends SettingKey> = { [key in K]: SettingValue<key> }

/** The values in force now. A stored value outside its bounds counts as not set. */
export async function settings<K extends SettingKey>(...keys: K[]): Promise<Values<K>> {
  const rows = await asNobody((db) =>
    db.execute<{ key: string; value: unknown }>(sql`select key, value from settings_named(${sql.param(keys)}::text[])`),
  )
  const stored = new Map(rows.map((row) => [row.key, row.value]))
  return Object.fromEntries(keys.map((key) => [key, valueInForce(key, stored.get(key))])) as Values<K>
}

export type SettingState = {
  key: SettingKey
  value: string | number
  initial: string | number
  /** The last change, also one back to the default. */
  changed: { at: Date; by: string | null } | null
}

/** All settings as they are now, for administrators. */
export function settingStates(viewer: EngineerViewer): Promise<SettingState[]> {
  return asViewer(viewer, async (tx) => {
    const keys = Object.keys(SETTINGS).filter(isSettingKey)
    const stored = await tx.select({ key: settingsTable.key, value: settingsTable.value }).from(settingsTable)
    const changes = await tx
      .selectDistinctOn([audit.subjectId], { key: audit.subjectId, at: audit.at, by: engineers.name })
      .from(audit)
      .leftJoin(engineers, eq(engineers.id, audit.actorId))
      .where(and(eq(audit.subjectKind, 'setting'), inArray(audit.subjectId, keys)))
      .orderBy(audit.subjectId, desc(audit.id))
    const held = new Map(stored.map((row) => [row.key, row.value]))
    return keys.map((key) => ({
      key,
      value: valueInForce(key, held.get(key)),
      initial: valueInForce(key, undefined),
      changed: changes.find((change) => change.key === key) ?? null,
    }))
  })
}
