import { COMMON_PASSWORDS } from './common-passwords.ts'

export const MAX_LENGTH = 128

export type PasswordProblem = 'too_short' | 'too_long' | 'common' | 'contains_login'

/**
 * What is wrong with a new password, or null. Length in characters after NFKC; no composition rules (NIST SP 800-63B).
 * `siteWords` are names of the person and of the place: the login, the company, the product.
 */
export function passwordProblem(password: string, minLength: number, siteWords: string[]): PasswordProblem | null {
  const normal = password.normalize('NFKC')
  const length = [...normal].length
  if (length < minLength) return 'too_short'
  if (length > MAX_LENGTH) return 'too_long'
  const letters = normal.toLowerCase()
  if (COMMON_PASSWORDS.has(letters) || /^(.{1,4})\1+$/u.test(letters)) return 'common'
  const rest = siteWords
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length >= 4)
    .reduce((left, word) => left.replaceAll(word, ''), letters)
  return [...rest].length < 6 ? 'contains_login' : null
}

/** Names with the words that they are made of. */
export const wordsOf = (names: readonly (string | null)[]): string[] =>
  names.flatMap((name) => (name ? [name, ...name.split(/[\s.,@_-]+/)] : []))
