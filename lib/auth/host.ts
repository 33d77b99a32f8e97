import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from '../db/transaction.ts'

const KEPT_FOR = 5_000
const known = new Map<string, { theme: string | null; until: number }>()

/** The theme id of a host name, at most five seconds old; null for an unknown host or while the database is away. */
export async function themeOfHost(host: string): Promise<string | null> {
  const name = host.replace(/:\d+$/, '').toLowerCase().slice(0, 253)
  const held = known.get(name)
  if (held && held.until > Date.now()) return held.theme
  const theme = await ask(name).catch(() => held?.theme ?? null)
  // Host names come from clients: the memory of them stays small.
  if (known.size >= 500) known.clear()
  known.set(name, { theme, until: Date.now() + KEPT_FOR })
  return theme
}

async function ask(name: string): Promise<string | null> {
  const [row] = await asNobody((db) =>
    db.execute<{ theme: string | null }>(sql`select theme_of_host(${name}) as theme`),
  )
  return row?.theme ?? null
}
