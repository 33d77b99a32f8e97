import 'server-only'
import { createHmac } from 'node:crypto'
import bcrypt from 'bcrypt'
import { env } from '../env.ts'
import { atMost } from './at-most.ts'

const COST = 12

/** Names a pepper beside the hashes that it made; it cannot be found from its name. */
const markOf = (pepper: string) => createHmac('sha256', pepper).update('portico pepper').digest('hex').slice(0, 8)

/** How a hash is made now; one that was made otherwise is replaced when its owner signs in. */
export const passwordScheme = () => `bcrypt${COST}-hmac-${markOf(env.passwordPeppers[0])}`

// A hash is about 250 ms of CPU on a thread of its own; more than two at once would starve everything else.
const hashing = atMost(2)

/** bcrypt reads 72 bytes at most; the HMAC brings every password to 44, and a stolen table is no use without the pepper. */
function digest(password: string, pepper: string): string {
  return createHmac('sha256', pepper).update(password.normalize('NFKC')).digest('base64')
}

/** By `passwordScheme()`. */
export function hashPassword(password: string): Promise<string> {
  return hashing(() => bcrypt.hash(digest(password, env.passwordPeppers[0]), COST))
}

// Of a password that nobody has: compared with for an unknown login, so that it takes as long as a known one.
const UNKNOWN = '$2b$12$SAGMjNmfXxWSS1fFUiNtWOoiDSCYo1jUpFLnoFdnFxSFkdzLSwmBm'

/** Whether the password is the one of the hash, which was made by the scheme. Without a hash it takes the same time and says no. */
export async function verifyPassword(password: string, hash: string | null, scheme: string | null): Promise<boolean> {
  const matches = await hashing(() => bcrypt.compare(digest(password, pepperOf(scheme)), hash ?? UNKNOWN))
  return matches && hash !== null
}

/** A scheme that names none of ours is of before peppers had names: then it was the oldest that there is. */
function pepperOf(scheme: string | null): string {
  const [present, previous = present] = env.passwordPeppers
  return scheme?.endsWith(markOf(present)) ? present : previous
}
