import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import { asNobody } from '#lib/db/transaction.ts'
import { env } from '#lib/env.ts'
import { type Anchor, keepAnchor, type Log, readAnchor, walkChain } from '../chain.ts'

const PIECE = 5000

type Execute = (query: SQL) => Promise<Record<string, unknown>[]>

/** The log as its functions tell of it: whether it holds, and nothing of what it says. */
export function logOf(execute: Execute): Log {
  return {
    piece: async ({ id, hash }) => {
      const [row] = await execute(
        sql`select rows_read, last_id, last_hash, broken_id from verify_audit(${id}::bigint, ${hash}::text, ${PIECE}::int)`,
      )
      const number = (value: unknown) => (value === null || value === undefined ? null : Number(value))
      const last = number(row?.last_id)
      return {
        rows: number(row?.rows_read) ?? 0,
        last: last === null ? null : { id: last, hash: row?.last_hash === null ? null : String(row?.last_hash) },
        broken: number(row?.broken_id),
      }
    },
    hashOf: async (id) => {
      const [row] = await execute(sql`select audit_hash(${id}::bigint) as hash`)
      return row?.hash === null || row?.hash === undefined ? null : String(row.hash)
    },
  }
}

/** Walks the log now and keeps what was found, unless it is broken: then the last good place stays. */
export async function verifyAudit(milliseconds: number): Promise<Anchor> {
  const earlier = readAnchor(env.dataDir)
  const log = logOf((query) => asNobody((db) => db.execute(query)))
  const anchor = await walkChain(log, earlier, milliseconds)
  keepAnchor(env.dataDir, anchor)
  return anchor
}

/** What the last walk found; undefined where there was none on this machine. */
export function lastVerified(): Anchor | undefined {
  return readAnchor(env.dataDir)
}
