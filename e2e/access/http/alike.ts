import type { Answer } from './wire.ts'

/** An answer without what is new in each (nonce, Next's own key of a request) and without the words that were asked for. */
export function plain({ status, body, headers }: Answer, ...asked: string[]): string {
  const nonce = /nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? 'none'
  const rest = body.replaceAll(nonce, '').replaceAll(/"[\w-]{21}(?=[vm]")/g, '"')
  return `${status} ${asked.reduce((text, word) => text.replaceAll(word, ''), rest)}`
}
