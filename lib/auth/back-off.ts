import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from '../db/transaction.ts'
import { normalLogin } from './login.ts'

export type Attempt = { kind: 'contact' | 'engineer'; login: string; address: string }

/** The account's counter, whether or not there is such an account. */
export const accountKey = ({ kind, login }: Attempt) => `${kind}:${normalLogin(login).slice(0, 200)}`
const addressKey = ({ address }: Attempt) => `address:${networkOf(address)}`

/**
 * Counts a try before it is made, and returns its moment. Null where this login or this address has to wait, by whichever way
 * it came.
 */
export async function reserveTry(attempt: Attempt): Promise<string | null> {
  const keys = sql`${sql.param([accountKey(attempt), addressKey(attempt)])}::text[]`
  const [row] = await asNobody((db) =>
    db.execute<{ free: boolean; tried: string }>(
      sql`select t.free, clock_timestamp()::text as tried from (select reserve_sign_in(${keys}) as free offset 0) t`,
    ),
  )
  return row?.free ? row.tried : null
}

/** Takes all tries at the account back, and this one of the address: the password was right. */
export async function forgiveTry(attempt: Attempt): Promise<void> {
  await asNobody((db) => db.execute(sql`select forgive_sign_in(${accountKey(attempt)}, ${addressKey(attempt)})`))
}

/** Takes back the one try of this moment, which was no guess: there was nobody to compare the password. */
export async function returnTry(attempt: Attempt, tried: string): Promise<void> {
  const keys = sql`${sql.param([accountKey(attempt), addressKey(attempt)])}::text[]`
  await asNobody((db) => db.execute(sql`select return_sign_in(${keys}, ${tried}::timestamptz)`))
}

/** Whoever has one IPv6 address has the 2^64 of its network. */
export function networkOf(address: string): string {
  if (!address.includes(':') || /^::ffff:\d+\./i.test(address)) return address.replace(/^::ffff:/i, '')
  const [head = '', tail = ''] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = address.includes('::') ? 8 - groups.length - tail.split(':').filter(Boolean).length : 0
  const all = [
    ...groups,
    ...Array.from({ length: Math.max(0, missing) }, () => '0'),
    ...tail.split(':').filter(Boolean),
  ]
  return `${all.slice(0, 4).join(':')}::/64`
}
