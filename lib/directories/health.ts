import 'server-only'
import { greet } from '../auth/ldap/greet.ts'
import { serversFor } from '../auth/ldap/servers.ts'
import { waysIn } from '../auth/methods.ts'
import type { Finding } from '../health/part.ts'

/** A part has two seconds in all. */
const PATIENCE = 1_500
const KINDS = ['contact', 'engineer'] as const

/**
 * Whether the directories by which people sign in answer: broken where a setting asks for LDAP and none does. Of several one
 * that is down costs its own people their sign-in.
 */
export async function directoryHealth(): Promise<Finding> {
  const sides = await Promise.all(
    KINDS.map(async (kind) => ({ ways: await waysIn(kind), servers: await serversFor(kind) })),
  )
  const asked = sides.filter(({ ways }) => ways.includes('LDAP'))
  const servers = new Map(asked.flatMap((side) => side.servers.map((server) => [server.id, server] as const)))
  const [contacts = '', engineers = ''] = sides.map(({ ways }) => ways.join(','))
  if (asked.length === 0) return { state: 'off', facts: { contacts, engineers, count: 0 }, problems: [] }
  const faults = new Map(
    await Promise.all([...servers].map(async ([id, server]) => [id, await greet(server, PATIENCE)] as const)),
  )
  const down = [...servers.values()].filter(({ id }) => faults.get(id))
  const alone = asked.some((side) => side.servers.every(({ id }) => faults.get(id)))
  const missing = asked.some((side) => side.servers.length === 0)
  const reasons = down.map(({ id, name }) => `${name}: ${faults.get(id)}`).join('; ')
  return {
    state: alone ? 'broken' : down.length > 0 ? 'attention' : 'good',
    facts: { contacts, engineers, count: servers.size, reasons },
    problems: [...(missing ? ['directoryMissing'] : []), ...(down.length > 0 ? ['directoryDown'] : [])],
  }
}
