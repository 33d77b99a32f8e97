import type { Contact, Ticket, World } from '../oracle/world.ts'
import type { Observer } from './observe.ts'
import type { Attempt } from './probe.ts'

/** The actions of access.md that one statement carries out, for every queue, ticket and contact there is. */
export function attempts(world: World, viewer: Observer): Attempt[] {
  return [
    ...world.queues.flatMap(({ id }) => world.contacts.map((customer) => creating(world, id, customer))),
    ...world.tickets.flatMap((ticket) => [
      commenting(world, ticket, viewer),
      ...world.fields.filter(({ queue }) => queue === ticket.queue).map(({ id }) => editing(ticket.id, id)),
      ...world.contacts.flatMap((other) =>
        viewer.kind === 'engineer' ? [] : inviting(world, ticket, other, viewer.contact),
      ),
    ]),
  ]
}

/** Acts in another's name, all of which have to fail. */
export function forgeries(world: World, me: number): Attempt[] {
  const others = world.contacts.filter(({ id }) => id !== me)
  return world.tickets.flatMap(({ id }) =>
    others.flatMap((other) => [
      {
        decision: `writes in ticket ${id} as contact ${other.id}`,
        statement: entry(world, id, 'contact', 'author_contact_id', other.id),
      },
      {
        decision: `writes in ticket ${id} as engineer ${other.id}`,
        statement: entry(world, id, 'engineer', 'author_engineer_id', 1),
      },
      {
        decision: `shares ticket ${id} in the name of contact ${other.id}`,
        statement: `insert into shares (id, ticket_id, contact_id, shared_by_id, until) values (9000, ${id}, ${others.find((one) => one !== other)?.id}, ${other.id}, now() + interval '9 years')`,
      },
    ]),
  )
}

function creating(world: World, queue: number, customer: Contact): Attempt {
  const status = world.statuses.find((one) => one.queue === queue)?.id
  return {
    decision: `creates in queue ${queue} for contact ${customer.id}`,
    statement: `insert into tickets (id, number, queue_id, status_id, main_contact_id, subject)
      values (9000, 9000, ${queue}, ${status}, ${customer.id}, 'new')`,
  }
}

function commenting(world: World, { id }: Ticket, viewer: Observer): Attempt {
  const statement =
    viewer.kind === 'engineer'
      ? entry(world, id, 'engineer', 'author_engineer_id', viewer.engineer)
      : entry(world, id, 'contact', 'author_contact_id', viewer.contact)
  return { decision: `adds a comment of ticket ${id}`, statement }
}

function editing(ticket: number, field: number): Attempt {
  return {
    decision: `edits field ${field} of ticket ${ticket}`,
    statement: `update field_values set value = '1' where ticket_id = ${ticket} and field_id = ${field}`,
  }
}

function entry({ textClasses }: World, ticket: number, kind: string, column: string, author: number): string {
  const readable = textClasses.find((one) => one.customerVisible)?.id ?? textClasses[0]?.id
  return `insert into entries (id, ticket_id, kind, text_class_id, author_kind, author_name, ${column})
    values (9000, ${ticket}, 'comment', ${readable}, '${kind}', 'somebody', ${author})`
}

/** A share and a participation, unless there is one already: that would fail for another reason. */
function inviting({ shares, participants }: World, { id }: Ticket, other: Contact, me: number): Attempt[] {
  const shared = shares.some((one) => one.ticket === id && one.contact === other.id && one.sharer === me)
  const taking = participants.some((one) => one.ticket === id && one.contact === other.id)
  const share = {
    decision: `lets contact ${other.id} in on a share of ticket ${id}`,
    statement: `insert into shares (id, ticket_id, contact_id, shared_by_id) values (9000, ${id}, ${other.id}, ${me})`,
  }
  const participation = {
    decision: `adds participant ${other.id} to ticket ${id}`,
    statement: `insert into participants (ticket_id, contact_id) values (${id}, ${other.id})`,
  }
  return [...(shared ? [] : [share]), ...(taking ? [] : [participation])]
}
