import { normalLogin } from '../auth/login.ts'
import { problemText } from './problem.ts'
import type { ImportRow } from './row.ts'

/** What earlier rows of the same file have claimed, so that two rows never fight over one record. */
export class Seen {
  readonly #lines = new Map<string, number>()

  /** Adds to the row's problems what an earlier one has already; call it in the file's order. */
  judge(row: ImportRow, level: 'company' | 'contact'): void {
    const record = level === 'company' ? row.company : row.contact
    const login = row.account.login === undefined ? undefined : normalLogin(row.account.login)
    const id = record.externalId
    this.#claim(row, 'id', id, level === 'company' ? 'companyExternalId' : 'externalId')
    this.#claim(row, 'login', login, 'login')
    if (level === 'company' && id === undefined) this.#claim(row, 'name', record.name, 'companyName')
    if (level === 'contact' && id === undefined && login === undefined) {
      this.#claim(row, 'email', row.contact.email?.toLowerCase(), 'email')
    }
  }

  #claim(row: ImportRow, kind: string, key: string | undefined, at: string): void {
    if (key === undefined) return
    const claim = `${kind} ${key}`
    const earlier = this.#lines.get(claim)
    if (earlier === undefined) this.#lines.set(claim, row.line)
    else row.problems.push(problemText({ key: 'duplicate', at, arg: earlier }))
  }
}
