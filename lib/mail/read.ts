/** A mail of our own, read back from its file. */
export type ReadMail = { headers: Readonly<Record<string, string>>; text: string; html: string; contentIds: string[] }

/** Takes apart what the mail transport wrote (RFC 5322, 2045, 2047): enough for our own mails, not for those of others. */
export function readMail(raw: string): ReadMail {
  const { headers, body } = split(raw)
  const parts = partsOf(headers, body)
  const first = (type: string) => parts.find((part) => part.type === type)?.text ?? ''
  return {
    headers,
    text: first('text/plain'),
    html: first('text/html'),
    contentIds: parts.flatMap(({ contentId }) => (contentId ? [contentId] : [])),
  }
}

type Part = { type: string; text: string; contentId: string | undefined }

function partsOf(headers: ReadMail['headers'], body: string): Part[] {
  const type = headers['content-type'] ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1]
  if (boundary === undefined) {
    const text = decoded(body, headers['content-transfer-encoding'] ?? '7bit')
    return [{ type: type.split(';')[0] ?? '', text, contentId: headers['content-id']?.replaceAll(/[<>]/g, '') }]
  }
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => {
      const inner = split(part.replace(/^\r?\n/, ''))
      return partsOf(inner.headers, inner.body)
    })
}

function split(raw: string): { headers: Record<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(raw)
  const head = end ? raw.slice(0, end.index) : raw
  const lines = head.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    words(line.slice(line.indexOf(':') + 1).trim()),
  ])
  return { headers: Object.fromEntries(headers), body: end ? raw.slice(end.index + end[0].length) : '' }
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  if (encoding !== 'quoted-printable') return body.replaceAll('\r\n', '\n')
  return fromQuoted(body.replaceAll(/=\r?\n/g, '')).replaceAll('\r\n', '\n')
}

function fromQuoted(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

/** Encoded words; between two of them a blank does not count. */
function words(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString() : fromQuoted(text.replaceAll('_', ' ')),
    )
}
