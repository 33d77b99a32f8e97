/**
 * Whether our own mail server found the sender's domain to be real, by its `Authentication-Results` (RFC 8601). Only the topmost
 * header with its name counts: everybody may write such headers, and the server takes away those that claim to be its own.
 * DMARC decides where it was asked; else SPF or DKIM of the sender's own domain.
 */
export function isAuthenticated(headers: readonly string[], server: string, sender: string): boolean {
  const results = headers.map(parsed).find(({ id }) => id === server.trim().toLowerCase())
  if (!results) return false
  const domain = sender.split('@')[1] ?? ''
  const dmarc = results.methods.find(({ method }) => method === 'dmarc')
  if (dmarc && dmarc.result !== 'none') return dmarc.result === 'pass'
  return results.methods.some(
    ({ method, result, rest }) =>
      result === 'pass' &&
      ((method === 'dkim' && isOf(valueIn(rest, 'header.d') ?? valueIn(rest, 'header.i'), domain)) ||
        (method === 'spf' && isOf(valueIn(rest, 'smtp.mailfrom'), domain))),
  )
}

function parsed(header: string) {
  // Comments may hold anything, a `;` too.
  const [id = '', ...methods] = header
    .replaceAll(/\([^()]*\)/g, ' ')
    .toLowerCase()
    .split(';')
  return {
    id: id.trim().split(/\s+/)[0] ?? '',
    methods: methods.map((one) => {
      const [, method = '', result = '', rest = ''] = /^\s*([\w-]+)(?:\/\d+)?\s*=\s*([\w-]+)(.*)$/s.exec(one) ?? []
      return { method, result, rest }
    }),
  }
}

const valueIn = (rest: string, property: string) =>
  new RegExp(`(?:^|\\s)${property.replace('.', '\\.')}\\s*=\\s*"?([^\\s";]+)`).exec(rest)?.[1]

/** The domain itself, or one beneath it; of an address what follows the @. */
function isOf(value: string | undefined, domain: string): boolean {
  const named = value?.split('@').at(-1) ?? ''
  return domain !== '' && (named === domain || named.endsWith(`.${domain}`))
}
