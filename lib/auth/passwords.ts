import 'server-only'
import { createHmac } from 'node:crypto'
import bcrypt from 'bcrypt'
import { env } from '../env.ts'
import { atMost } from './at-most.ts'

const COST = 12
const PEPPER_VERSION = 'p1'
export const PASSWORD_SCHEME = `bcrypt${COST}-hmac-${PEPPER_VERSION}`

// A hash is about 250 ms of CPU on a thread of its own; more than two at once would starve everything else.
const hashing = atMost(2)

/** bcrypt reads 72 bytes at most; the HMAC brings every password to 44, and a stolen table is no use without the pepper. */
function digest(password: string): string {
  return createHmac('sha256', env.passwordPepper).update(password.normalize('NFKC')).digest('base64')
}

export function hashPassword(password: string): Promise<string> {
  return hashing(() => bcrypt.hash(digest(password), COST))
}

// Of a password that nobody has: compared with for an unknown login, so that it takes as long as a known one.
const UNKNOWN = '$2b$12$SAGMjNmfXxWSS1fFUiNtWOoiDSCYo1jUpFLnoFdnFxSFkdzLSwmBm'

/** Whether the password is the hash's. Without a hash it takes the same time and says no. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const matches = await hashing(() => bcrypt.compare(digest(password), hash ?? UNKNOWN))
  return matches && hash !== null
}
