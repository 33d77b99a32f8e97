import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { type ReadMail, readMail } from '#lib/mail/read.ts'
import { expect } from './test.ts'

const folder = () => join(process.env.E2E_DATA_DIR ?? '', 'mail')
const numbers = () => {
  try {
    return readdirSync(folder()).flatMap((name) => (/^\d+\.eml$/.test(name) ? [Number.parseInt(name, 10)] : []))
  } catch {
    return []
  }
}

/** The number of the newest mail there is; those after it have come since. */
export const newestMail = () => Math.max(0, ...numbers())

/** The mails to this address that the server without a mail server has put into its folder since. */
export function mailsTo(address: string, since: number): ReadMail[] {
  return numbers()
    .filter((number) => number > since)
    .toSorted((a, b) => a - b)
    .map((number) => readMail(readFileSync(join(folder(), `${number}.eml`), 'utf8')))
    .filter(({ headers }) => headers.to === address)
}

/** Waits for the first mail to this address with these words in its subject. */
export async function mailTo(address: string, subject: string | RegExp, since: number): Promise<ReadMail> {
  let found: ReadMail | undefined
  await expect(() => {
    found = mailsTo(address, since).find(({ headers }) => headers.subject?.match(subject))
    expect(found).toBeDefined()
  }).toPass({ timeout: 20_000 })
  if (!found) throw new Error('no mail')
  return found
}

/** Where a link is asked for without a browser: no name server knows the demo's host names, so this server is, by their name. */
export function withoutNames(link: string): { path: string; headers: { host: string } } {
  const { host, pathname, search } = new URL(link)
  return { path: pathname + search, headers: { host } }
}

/** Opens a link as a scanner of mails does. @returns the status */
export async function scan(request: APIRequestContext, link: string): Promise<number> {
  const { path, headers } = withoutNames(link)
  return (await request.get(path, { headers })).status()
}

/** The first address in the mail's text. */
export const linkIn = ({ text }: ReadMail) => /https?:\/\/\S+/.exec(text)?.[0] ?? ''
