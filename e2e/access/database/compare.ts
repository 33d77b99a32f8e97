import type { connect } from '#lib/db/client.ts'
import { decisions } from '../oracle/decisions.ts'
import { refusedAltogether } from '../oracle/standing.ts'
import type { Viewer, World } from '../oracle/world.ts'
import { viewersOf } from '../worlds/viewers.ts'
import { type Observer, observe } from './observe.ts'

/** `compared` counts decisions that could have gone wrong, the refusals among them included. */
export type Comparison = { disagreements: string[]; compared: number }

/** Asks database and oracle the same about every viewer of the world; the sentences in which they differ. */
export async function compare(db: ReturnType<typeof connect>, world: World): Promise<Comparison> {
  const observers = viewersOf(world).filter(known)
  const all = await Promise.all(observers.map(async (viewer) => differences(world, viewer, await observe(db, viewer))))
  return { disagreements: all.flat(), compared: observers.length * questionsTo(world) }
}

function known(viewer: Viewer): viewer is Observer {
  return viewer.kind === 'contact' || viewer.kind === 'engineer' || viewer.kind === 'viewing-as'
}

function differences(world: World, viewer: Observer, seen: Set<string> | null): string[] {
  const who = JSON.stringify(viewer)
  const refused = refusedAltogether(world, viewer)
  if (refused && seen !== null) return [`${who} is let in against the specification`]
  if (seen === null) return refused ? [] : [`${who} is refused altogether against the specification`]
  // What one who views as a customer may not do, the database refuses when it is tried: writes.test.ts.
  const asked = (one: string) => comparable(one) && (viewer.kind !== 'viewing-as' || one.startsWith('sees '))
  const specified = new Set([...decisions(world, viewer)].filter(asked))
  const observed = [...seen].filter((one) => asked(one) && !(viewer.kind !== 'engineer' && ofPeople.test(one)))
  return [
    ...observed
      .filter((one) => !specified.has(one))
      .map((one) => `${who} ${one} in the database, against the specification`),
    ...[...specified]
      .filter((one) => !seen.has(one))
      .map((one) => `${who} ${one} by the specification, not in the database`),
    ...[...seen]
      .filter((one) => loose(world, viewer, seen, one))
      .map((one) => `${who} ${one} in the database, without cause`),
  ]
}

const ofPeople = /^sees (contact|company) /

function comparable(decision: string): boolean {
  return /^(sees (ticket|entry|attachment|field|contact|company)|adds a comment|lets contact) /.test(decision)
}

/**
 * What access.md leaves open, bounded: who takes part is seen with the ticket only, and a contact sees of people and
 * companies itself and its own at most.
 */
function loose(world: World, viewer: Observer, seen: Set<string>, decision: string): boolean {
  const ticket = /^sees (?:participant|share) \d+ of ticket (\d+)$/.exec(decision)?.[1]
  if (ticket) return !seen.has(`sees ticket ${ticket}`)
  const [, kind, id] = /^sees (contact|company) (\d+)$/.exec(decision) ?? []
  if (!kind || viewer.kind === 'engineer') return false
  const self = world.contacts.find((one) => one.id === viewer.contact)
  if (kind === 'company') return self?.company !== Number(id)
  const other = world.contacts.find((one) => one.id === Number(id))
  return other?.id !== self?.id && (self?.company == null || other?.company !== self.company)
}

function questionsTo({
  tickets,
  entries,
  attachments,
  fieldValues,
  companies,
  contacts,
  participants,
  shares,
}: World): number {
  const rows = [tickets, entries, attachments, fieldValues, companies, contacts, participants, shares].flat().length
  return rows + tickets.length + tickets.length * contacts.length
}
