import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from '../db/transaction.ts'
import { SETTINGS, type SettingKey, type SettingValue } from './settings.ts'

type Values<K extends SettingKey> = { [key in K]: SettingValue<key> }

/** The values in force now. A stored value outside its bounds counts as not set. */
export async function settings<K extends SettingKey>(...keys: K[]): Promise<Values<K>> {
  const rows = await asNobody((db) =>
    db.execute<{ key: string; value: unknown }>(sql`select key, value from settings_named(${sql.param(keys)}::text[])`),
  )
  const stored = new Map(rows.map((row) => [row.key, row.value]))
  const entries = keys.map((key) => {
    const parsed = SETTINGS[key].safeParse(stored.get(key))
    return [key, parsed.success ? parsed.data : SETTINGS[key].parse(undefined)]
  })
  return Object.fromEntries(entries)
}
