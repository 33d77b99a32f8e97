import { randomUUID } from 'node:crypto'
import type { APIResponse, Page } from '@playwright/test'

/** A word that occurs in this test's data only. */
export const unique = (word: string) => `${word} ${randomUUID().slice(0, 8)}`

export const origin = () => new URL(process.env.BASE_URL ?? '').origin

export type Part = string | { name: string; mimeType: string; buffer: Buffer }

/** A form as the page itself would post it, with the session of that page; redirects are not followed. */
export function post(
  page: Page,
  path: string,
  multipart: Record<string, Part>,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  return page.request.post(path, { multipart, headers: { origin: origin(), ...headers }, maxRedirects: 0 })
}

export function file(name: string, content: string | Buffer, mimeType = 'text/plain'): Part {
  return { name, mimeType, buffer: Buffer.from(content) }
}

type Ticket = { number: number; subject: string; path: string }

/** A ticket in the service desk, created by this customer. */
export async function newTicket(page: Page, change: Record<string, Part> = {}): Promise<Ticket> {
  const subject = unique('Pump')
  const form = { key: randomUUID(), intent: 'send', subject, description: 'It leaks.', 'field.request_kind': 'fault' }
  const answer = await post(page, '/files/drafts/create/ServiceDesk', { ...form, ...change })
  const number = Number(/^\/tickets\/(\d+)\?/.exec(answer.headers().location ?? '')?.[1])
  if (!number) throw new Error(`no ticket was created: ${answer.status()} ${answer.headers().location}`)
  return { number, subject: String(change.subject ?? subject), path: `/tickets/${number}` }
}

/** What makes two answers alike: status, and the body, tag by tag, without request id, nonce and what was asked for. */
export async function essence(answer: APIResponse, asked: string): Promise<{ status: number; body: string[] }> {
  const nonce = /'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1]
  const own = [answer.headers()['x-request-id'], nonce, asked]
  let body = await answer.text()
  for (const word of own) if (word) body = body.replaceAll(word, '…')
  return { status: answer.status(), body: body.split(/(?=<)/) }
}
