import 'server-only'
import { createHash, randomInt } from 'node:crypto'
import type { Owner } from './owner.ts'

export const RECOVERY_CODES = 10

/** Without letters and digits that are taken for others. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

const piece = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** Ten codes of 74 bits each, `abcde-fghjk-mnpqr`; they are shown once. */
export const newRecoveryCodes = () =>
  Array.from({ length: RECOVERY_CODES }, () => [piece(), piece(), piece()].join('-'))

/**
 * What the database keeps (hex). A fast hash, for a code is as random as a token; without a key, so that a change of the
 * environment's secrets takes nobody's last way in. Case, blanks and hyphens do not count.
 */
export function hashOfRecoveryCode({ kind, owner }: Owner, code: string): string {
  const normal = code
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
  return createHash('sha256').update(`recovery code of ${kind} ${owner}: ${normal}`).digest('hex')
}
