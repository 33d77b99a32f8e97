import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from '../db/transaction.ts'
import { normalLogin } from './login.ts'

export type Attempt = { kind: 'contact' | 'engineer'; login: string; address: string }

/** The account's counter, whether or not there is such an account. */
export const accountKey = ({ kind, login }: Attempt) => `${kind}:${normalLogin(login).slice(0, 200)}`
const addressKey = ({ address }: Attempt) => `address:${networkOf(address)}`

/** Counts a try before it is made. False where this login or this address has to wait, by whichever way it came. */
export async function reserveTry(attempt: Attempt): Promise<boolean> {
  const keys = sql`${sql.param([accountKey(attempt), addressKey(attempt)])}::text[]`
  const [row] = await asNobody((db) => db.execute<{ free: boolean }>(sql`select reserve_sign_in(${keys}) as free`))
  return row?.free ?? false
}

/** Takes the try back: the password was right, or it was no guess. */
export async function forgiveTry(attempt: Attempt): Promise<void> {
  await asNobody((db) => db.execute(sql`select forgive_sign_in(${accountKey(attempt)}, ${addressKey(attempt)})`))
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
