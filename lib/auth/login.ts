/**
 * A login's one normal form: NFKC, outer blanks off, lower case. Accounts are found and failures counted by it, so that
 * `ALICE` and ` alice ` are one person to both.
 */
export function normalLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}
