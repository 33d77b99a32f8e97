import 'server-only'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { type ConnectionOptions, connect as connectTls } from 'node:tls'
import { Client, type Entry, type Filter, type SearchOptions } from 'ldapts'
import { asFault, DirectoryFault, resultCode } from './fault.ts'
import { isPrivate, type LdapServer } from './server.ts'
import { startTls } from './start-tls.ts'

export type Found = Entry

export type Search = {
  /** The server's own, where it is not said. */
  base?: string
  filter: Filter
  attributes: string[]
  /** Those of the attributes whose values are bytes. */
  buffers?: string[]
  scope?: NonNullable<SearchOptions['scope']>
  /** How many entries at most; the server may have more. */
  most: number
}

export type Connection = {
  /** In no order; `most` of them where there are more. @throws DirectoryFault */
  search(search: Search): Promise<Found[]>
  /** Page by page, for many; `complete` where the server had no more and held nothing back. @throws DirectoryFault */
  searchAll(search: Search): Promise<{ found: Found[]; complete: boolean }>
  /** Whether the server takes the password. @throws DirectoryFault where it does not say */
  bind(dn: string, password: string): Promise<boolean>
}

const SIZE_LIMIT = 4
/** Active Directory hands out 1000 at most. */
const PAGE = 500

// What a server says of a wrong password, a locked or expired account, a name that is not there or elsewhere (RFC 4511, A.1).
const REFUSALS = [10, 19, 32, 48, 49, 50, 53]

/**
 * One conversation on a connection of its own, which is over when `work` or the time is. Nothing is followed elsewhere.
 * @param until moment (`performance.now()`) at which the server has answered or counts as silent
 * @throws DirectoryFault
 */
export async function converse<T>(
  server: LdapServer,
  until: number,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  if (!isPrivate(server)) throw new DirectoryFault('clear')
  const left = Math.floor(until - performance.now())
  if (left <= 0) throw new DirectoryFault('silent')
  const sockets: Socket[] = []
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DirectoryFault('silent')), left)
  })
  const talking = connected(server, Math.min(server.connectMs, left), sockets).then((socket) =>
    work(connectionOver(socket, server, left)),
  )
  try {
    return await Promise.race([talking, late])
  } finally {
    clearTimeout(timer)
    talking.catch(() => {})
    for (const socket of sockets.toReversed()) socket.destroy()
  }
}

/** A socket to the server on which everything may be said; `sockets` gets all that have to be closed. */
async function connected(server: LdapServer, patience: number, sockets: Socket[]): Promise<Socket> {
  const { protocol, hostname, port } = new URL(server.url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const patient = <E extends string>(socket: Socket, event: E) => {
    sockets.push(socket)
    return happens(socket, event, patience - (performance.now() - began))
  }
  const began = performance.now()
  const socket = connectTcp({ host, port: Number(port) || (protocol === 'ldaps:' ? 636 : 389) })
  await patient(socket, 'connect').catch((error: unknown) => {
    throw new DirectoryFault('unreachable', error)
  })
  if (protocol === 'ldap:' && !server.startTls) return socket
  const tls: ConnectionOptions = {
    socket,
    host,
    minVersion: 'TLSv1.2',
    ...(isIP(host) ? {} : { servername: host }),
    ...(server.ca ? { ca: server.ca } : {}),
  }
  if (protocol === 'ldap:') await startTls(socket, patience - (performance.now() - began))
  const secure = connectTls(tls)
  await patient(secure, 'secureConnect').catch((error: unknown) => {
    throw asFault(error, 'certificate')
  })
  return secure
}

/** Waits for the event. An error rejects; so does the time. Later errors end the socket and nothing else. */
function happens(socket: Socket, event: string, patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timed out')), Math.max(0, patience))
    socket.once(event, () => {
      clearTimeout(timer)
      resolve()
    })
    socket.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
  })
}

const searchFault = (error: unknown) => asFault(error, resultCode(error) === 32 ? 'base' : 'search')

// Where a connection breaks the library makes another by itself, in clear where StartTLS had protected the first: so it gets
// this one socket and no second.
function connectionOver(socket: Socket, server: LdapServer, left: number): Connection {
  let handed = false
  const client = new Client({
    url: 'ldap://directory',
    timeout: Math.max(1, Math.min(server.answerMs, left)),
    createConnection: () => {
      if (handed || socket.destroyed) throw new DirectoryFault('dropped')
      handed = true
      return socket
    },
  })
  const asked = ({
    filter,
    scope = 'sub',
    attributes,
    buffers = [],
  }: Omit<Search, 'base' | 'most'>): SearchOptions => ({
    ...{ filter, scope, attributes, explicitBufferAttributes: buffers },
    timeLimit: Math.max(1, Math.ceil(server.answerMs / 1000)),
  })
  return {
    async search({ base = server.baseDn, most, ...search }) {
      try {
        const { searchEntries } = await client.search(base, { ...asked(search), sizeLimit: most })
        return searchEntries.slice(0, most)
      } catch (error) {
        throw searchFault(error)
      }
    },
    async searchAll({ base = server.baseDn, most, ...search }) {
      const found: Found[] = []
      try {
        const pages = client.searchPaginated(base, { ...asked(search), paged: { pageSize: PAGE } })
        for await (const { searchEntries } of pages) {
          found.push(...searchEntries)
          if (found.length > most) return { found: found.slice(0, most), complete: false }
        }
        return { found, complete: true }
      } catch (error) {
        if (resultCode(error) === SIZE_LIMIT) return { found, complete: false }
        throw searchFault(error)
      }
    },
    async bind(dn, password) {
      // A bind without a name or password succeeds on many servers, as nobody.
      if (isBlank(password) || !dn.includes('=')) return false
      try {
        await client.bind(dn, password)
        return true
      } catch (error) {
        if (REFUSALS.includes(resultCode(error) ?? -1)) return false
        throw asFault(error, 'search')
      }
    },
  }
}

/** Nothing that a server may ever get to see: some take it for an anonymous bind, or cut it at the zero. */
export function isBlank(password: string): boolean {
  return password.trim() === '' || password.includes('\0')
}
