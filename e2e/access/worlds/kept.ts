import {
  changed,
  classes,
  example,
  faqTicket,
  fields,
  groups,
  helpdeskTicket,
  people,
  queues,
  roles,
} from '../oracle/example.ts'
import type { Entry, World } from '../oracle/world.ts'

const statuses = [
  ...example.statuses,
  { id: 3, queue: queues.sales, acceptsComments: true },
  { id: 4, queue: queues.faq, acceptsComments: true },
]
/** The example, with every ticket in a status of its queue, as the database demands. */
export const town: World = { ...example, statuses, tickets: changed(example.tickets, faqTicket.id, { status: 4 }) }
const fieldChange: Entry = {
  id: 9,
  ticket: helpdeskTicket.id,
  kind: 'change',
  textClass: classes.open,
  field: fields.shown,
}

/** Small worlds about which the database once disagreed with the oracle, or might easily; each by the reason. */
export const keptWorlds: Record<string, World> = {
  'an engineer without any customer group, and a ticket without main customer': {
    ...town,
    roles: changed(example.roles, roles.desk, { onGroups: [] }),
    tickets: changed(town.tickets, helpdeskTicket.id, { mainCustomer: null }),
  },
  'a ticket moved away from a queue whose fields its main customer could read': {
    ...town,
    roles: changed(example.roles, roles.track, { onQueues: [{ queue: queues.sales, grant: 'read' }] }),
    tickets: changed(town.tickets, helpdeskTicket.id, { queue: queues.sales, status: 3 }),
    entries: [...example.entries, fieldChange],
  },
  'an FAQ ticket that has a main customer of an unreadable group': {
    ...town,
    tickets: changed(
      town.tickets.map((one) => ({ ...one, queue: queues.faq, status: 4 })),
      helpdeskTicket.id,
      { mainCustomer: people.patient },
    ),
  },
  'a main customer whose own group is not among those it may read': {
    ...town,
    contacts: changed(example.contacts, people.customer, { company: null, group: groups.health }),
  },
}
