import 'server-only'
import { AppError } from '../errors.ts'
import { settings } from '../settings/queries.ts'
import { passwordProblem, wordsOf } from './password-policy.ts'
import { siteWords } from './site-words.ts'

/**
 * Refuses a new password that is too short or easily guessed.
 * @param names of the person: its login, name and company
 * @throws AppError `invalid` with the field `password` and the reason
 */
export async function requireGoodPassword(password: string, names: readonly (string | null)[]): Promise<void> {
  const [{ 'password.min_length': minLength }, words] = await Promise.all([
    settings('password.min_length'),
    siteWords(),
  ])
  const problem = passwordProblem(password, minLength, [...words, ...wordsOf(names)])
  if (problem) throw new AppError('invalid', { fields: { password: problem } })
}
