import { randomUUID } from 'node:crypto'
import { mayComment } from '#e2e/access/oracle/actions.ts'
import { seesTicket } from '#e2e/access/oracle/visibility.ts'
import { byId, type Id } from '#e2e/access/oracle/world.ts'
import { posted } from '../forms.ts'
import { type Case, type Expected, type Place, type Row, signedInAs } from '../row.ts'
import { people, tickets } from '../town.ts'
import { grants, knows } from './desk-rights.ts'
import { creates } from './portal.ts'
import { numberOf } from './tickets.ts'

export const formRows: readonly Row[] = [
  {
    target: 'POST /files/drafts/[kind]/[subject]',
    cases: (place) => [...texts(place, 'comment'), ...texts(place, 'answer'), ...creations(place), ...openings(place)],
    counts: `select count(*) from entries where author_kind <> 'system'`,
  },
  {
    target: 'POST /sign-out',
    cases: (place) => [{ message: posted('/sign-out', {}), expected: leave(place) }],
    counts: `select count(*) from sessions where end_reason = 'signed_out'`,
  },
  {
    target: 'POST /preferences',
    cases: () => [
      {
        message: posted('/preferences', { locale: 'en', back: '/offline' }),
        expected: { kind: 'done', to: /^\/offline$/ },
      },
    ],
  },
]

/** A customer's comment, or an engineer's answer, on every ticket. */
function texts(place: Place, kind: 'comment' | 'answer'): Case[] {
  const who = signedInAs(place)
  const writer = kind === 'comment' ? 'contact' : 'engineer'
  const form = kind === 'comment' ? '' : '/desk'
  return [...place.world.tickets.map(({ id }) => id), tickets.unknown].map((id) => {
    const ticket = byId(place.world.tickets, id)
    const purpose = `${kind}:${numberOf(id)}`
    const fields = { key: randomUUID(), body: 'A text', textClass: 't1' }
    const message = posted(`/files/drafts/${kind}/${numberOf(id)}`, fields)
    if (who === 'anonymous') return { message, expected: { kind: 'sent', to: `${form}/sign-in` }, mayKeep: purpose }
    const may = who === writer && ticket && mayComment(place.world, place.viewer, ticket)
    if (may) return { message, expected: { kind: 'done', to: /\?done=(comment|answer)#/ } }
    const sees = who === writer && ticket && seesTicket(place.world, place.viewer, ticket)
    if (sees) return { message, expected: { kind: 'refused' }, mayKeep: purpose }
    return { message, expected: who === writer ? { kind: 'missing' } : { kind: 'refused' } }
  })
}

function creations(place: Place): Case[] {
  const who = signedInAs(place)
  return [...place.world.queues.map(({ id }) => id), 99].map((queue: Id) => {
    const fields = { key: randomUUID(), subject: 'A subject', description: 'A text' }
    const message = posted(`/files/drafts/create/q${queue}`, fields)
    if (who === 'anonymous') return { message, expected: { kind: 'sent', to: '/sign-in' }, mayKeep: `create:q${queue}` }
    if (creates(place, queue))
      return { message, expected: { kind: 'done', to: /^\/tickets\/(\d+\?done=created|new\?created=\d+)$/ } }
    return { message, expected: { kind: 'refused' } }
  })
}

/** A ticket that an engineer opens for a customer. */
function openings(place: Place): Case[] {
  const who = signedInAs(place)
  const contact = people.customer
  return [...place.world.queues.map(({ id }) => id), 99].map((queue: Id) => {
    const about = { contact: String(contact), subject: 'By phone', description: 'It hums' }
    const fields = { key: randomUUID(), ...about, 'field.f1': 'Pump 7', 'field.f2': 'Hall 2' }
    const message = posted(`/files/drafts/open/q${queue}`, fields)
    const mayKeep = `open:q${queue}`
    if (who === 'anonymous') return { message, expected: { kind: 'sent', to: '/desk/sign-in' }, mayKeep }
    const creates = who === 'engineer' && grants(place, queue, 'create')
    const may = creates && grants(place, queue, 'read') && knows(place, contact)
    if (may) return { message, expected: { kind: 'done', to: /done=created/ } }
    return { message, expected: { kind: 'refused' }, ...(creates ? { mayKeep } : {}) }
  })
}

function leave(place: Place): Expected {
  const who = signedInAs(place)
  if (who === 'anonymous') return { kind: 'sent', to: '/sign-in' }
  return { kind: 'done', to: who === 'contact' ? /^\/sign-in$/ : /^\/desk\/sign-in$/ }
}
