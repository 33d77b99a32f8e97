import 'server-only'
import { sql } from 'drizzle-orm'
import { asNobody } from '../db/transaction.ts'
import { normalLogin } from './login.ts'

export type Attempt = { kind: 'contact' | 'engineer'; login: string; address: string }

const accountKey = ({ kind, login }: Attempt) => `${kind}:${normalLogin(login).slice(0, 200)}`
const keysOf = (attempt: Attempt) => sql`${sql.param([accountKey(attempt), `address:${attempt.address}`])}::text[]`

/** Whether this login or this address has to wait after failed attempts, by whichever way they came. */
export async function isBlocked(attempt: Attempt): Promise<boolean> {
  const [row] = await asNobody((db) =>
    db.execute<{ until: unknown }>(sql`select sign_in_blocked_until(${keysOf(attempt)}) as until`),
  )
  return Boolean(row?.until)
}

export async function noteFailure(attempt: Attempt): Promise<void> {
  await asNobody((db) => db.execute(sql`select note_failed_sign_in(${keysOf(attempt)})`))
}

/** A right password clears the account's count; the address keeps its own, for it may be trying many accounts. */
export async function forgetFailures(attempt: Attempt): Promise<void> {
  await asNobody((db) => db.execute(sql`select forget_failed_sign_ins(${accountKey(attempt)})`))
}
