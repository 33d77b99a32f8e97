const NOTE = 'x-portico-host'
/** Known to this process alone, so that nobody from outside can name a host in the note. */
const pass = crypto.randomUUID()

/**
 * Keeps the host that a browser asked for. After an action Next.js renders the next page by asking its own server, under its own
 * name, where the page would be another host's: another theme, other customer groups. It sends along the headers of the first
 * request, and so the note in them.
 */
export function keepAskedHost(headers: Headers): void {
  const [known, host] = headers.get(NOTE)?.split(' ') ?? []
  if (known === pass && host) headers.set('host', host)
  headers.set(NOTE, `${pass} ${headers.get('host') ?? ''}`)
}
