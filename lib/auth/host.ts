import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { asNobody } from '../db/transaction.ts'

const labels = z.record(z.string(), z.string()).nullable()
const hostShape = z.object({ theme: z.string(), login: labels, password: labels }).nullable()

/** What a host name's sign-in page wears, and what the site calls login and password where it serves one customer group. */
export type Host = z.infer<typeof hostShape>

const KEPT_FOR = 5_000
const known = new Map<string, { host: Host; until: number }>()

/** At most five seconds old; null for an unknown host name or while the database is away. */
export async function hostNamed(given: string): Promise<Host> {
  const name = hostName(given)
  const held = known.get(name)
  if (held && held.until > Date.now()) return held.host
  const host = await ask(name).catch(() => held?.host ?? null)
  // Host names come from clients: the memory of them stays small.
  if (known.size >= 500) known.clear()
  known.set(name, { host, until: Date.now() + KEPT_FOR })
  return host
}

/** So that a change shows at once where it was made; other instances follow within five seconds. */
export function forgetHosts(): void {
  known.clear()
}

/** Whether the contact's customer group signs in here. Asked anew each time. */
export async function hostAdmits(given: string, contact: number): Promise<boolean> {
  const [row] = await asNobody((db) =>
    db.execute<{ admits: boolean }>(sql`select host_admits(${hostName(given)}, ${contact}) as admits`),
  )
  return row?.admits ?? false
}

/** A host name as it is stored: without port, lower case. */
export const hostName = (host: string) => host.replace(/:\d+$/, '').toLowerCase().slice(0, 253)

async function ask(name: string): Promise<Host> {
  const [row] = await asNobody((db) => db.execute<{ host: unknown }>(sql`select host_named(${name}) as host`))
  return hostShape.parse(row?.host ?? null)
}
