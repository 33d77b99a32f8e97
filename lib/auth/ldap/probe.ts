import 'server-only'
import { PresenceFilter } from 'ldapts'
import { type Connection, converse, type Found } from './connection.ts'
import { asFault, DirectoryFault, type FaultKind, reasonOf } from './fault.ts'
import { personFilter } from './filter.ts'
import { identityOf } from './identity.ts'
import { signOn } from './person.ts'
import type { LdapServer } from './server.ts'

export const PROBE_STEPS = ['reach', 'protect', 'sign_on', 'base', 'people', 'identity', 'name'] as const
export type ProbeStep = (typeof PROBE_STEPS)[number]

export type ProbeReport = {
  /** In their order; after the first that failed the others were not tried. */
  steps: { step: ProbeStep; state: 'good' | 'failed' | 'skipped'; fault?: FaultKind; reason?: string }[]
  /** People found, up to a hundred and one. */
  people: number
  /** Names of attributes that the first people have. */
  attributes: string[]
  /** By the name that was asked for. */
  found: { dn: string; identity: string | null }[]
}

const PATIENCE = 8_000
export const PROBE_MOST = 100

/**
 * Goes through everything that a sign-in needs, without a password of anybody but the bind user's, and tells how far it got.
 * The circuit breaker is passed by: an administrator wants to know now.
 * @param name whom to look for; null for nobody
 */
export async function probe(server: LdapServer, name: string | null): Promise<ProbeReport> {
  const report: ProbeReport = { steps: [], people: 0, attributes: [], found: [] }
  const done = (...steps: ProbeStep[]) => report.steps.push(...steps.map((step) => ({ step, state: 'good' as const })))
  try {
    await converse(server, performance.now() + PATIENCE, async (connection) => {
      done('reach', 'protect')
      await signOn(connection, server)
      done('sign_on')
      await connection.search({ filter: anything, scope: 'base', attributes: ['1.1'], most: 1 })
      done('base')
      const people = await somePeople(connection, server)
      report.people = people.length
      report.attributes = namesOf(people)
      if (people.length === 0) throw new DirectoryFault('search')
      done('people')
      if (!people.some((one) => identityOf(one, server.identityAttribute))) throw new DirectoryFault('identity')
      done('identity')
      if (name === null) return
      report.found = await namedSo(connection, server, name)
      if (report.found.length !== 1) throw new DirectoryFault('search')
      done('name')
    })
  } catch (error) {
    fail(report, asFault(error, 'search'))
  }
  if (name === null) report.steps = report.steps.filter(({ step }) => step !== 'name')
  return report
}

const anything = new PresenceFilter({ attribute: 'objectClass' })
const buffersOf = ({ identityAttribute }: LdapServer) => (identityAttribute === 'objectGUID' ? [identityAttribute] : [])

/** Whoever could be meant by some name. */
function somePeople({ search }: Connection, server: LdapServer): Promise<Found[]> {
  const filter = personFilter(server, { anybody: true })
  // Groups are an operational attribute with some servers, which `*` leaves out.
  const attributes = ['*', 'memberOf', server.identityAttribute]
  return search({ filter, attributes, buffers: buffersOf(server), most: PROBE_MOST + 1 })
}

async function namedSo({ search }: Connection, server: LdapServer, name: string): Promise<ProbeReport['found']> {
  const filter = personFilter(server, { name })
  const found = await search({ filter, attributes: [server.identityAttribute], buffers: buffersOf(server), most: 2 })
  return found.map((entry) => ({ dn: entry.dn, identity: identityOf(entry, server.identityAttribute) ?? null }))
}

/** Names alone, of the first ten; values are nobody's business here. What was asked for and is not there comes as an empty list. */
function namesOf(people: Found[]): string[] {
  const names = people
    .slice(0, 10)
    .flatMap((one) => Object.keys(one).filter((name) => [one[name] ?? []].flat().length > 0))
  return [...new Set(names)].filter((name) => name !== 'dn').toSorted((one, other) => one.localeCompare(other))
}

/** Marks the step at which it ended, and those that were not tried. */
function fail(report: ProbeReport, fault: DirectoryFault): void {
  // The connection is made and protected in one go: what went wrong tells which of the two.
  if (report.steps.length === 0 && !['unreachable', 'silent'].includes(fault.kind))
    report.steps.push({ step: 'reach', state: fault.kind === 'clear' ? 'skipped' : 'good' })
  const [failed, ...rest] = PROBE_STEPS.slice(report.steps.length)
  if (failed) report.steps.push({ step: failed, state: 'failed', fault: fault.kind, reason: reasonOf(fault) })
  report.steps.push(...rest.map((step) => ({ step, state: 'skipped' as const })))
}
