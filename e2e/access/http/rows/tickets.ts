import { canary } from '#e2e/access/database/rows.ts'
import { seesTicket, visibleAttachments, visibleEntries, visibleFieldValues } from '#e2e/access/oracle/visibility.ts'
import type { Ticket, World } from '#e2e/access/oracle/world.ts'
import type { Expected, Place } from '../row.ts'
import { tickets } from '../town.ts'

export const numberOf = (id: number) => 1000 + id

/** The number of every ticket, of none, and what is no number. */
export function numbers(world: World): string[] {
  return [...world.tickets.map(({ id }) => id), tickets.unknown].map((id) => String(numberOf(id))).concat('x')
}

/** The ticket of a number, if it exists for the viewer. */
export function ticketAt({ world, viewer }: Place, number: string): Ticket | undefined {
  return world.tickets.find((one) => String(numberOf(one.id)) === number && seesTicket(world, viewer, one))
}

/** Everything of a ticket that its page shows to this viewer, to the letter. */
export function inkOf({ world, viewer }: Place, { id }: Ticket): Expected {
  const here = <T extends { readonly ticket: number }>(list: readonly T[]) => list.filter(({ ticket }) => ticket === id)
  const entries = here(visibleEntries(world, viewer))
  const of = (entry: number) => world.entries.some((one) => one.id === entry && one.ticket === id)
  return {
    kind: 'shown',
    shows: {
      kinds: ['subject', 'entry', 'before', 'after', 'file', 'value'],
      all: [
        canary('subject', id),
        ...entries.flatMap((one) =>
          one.kind === 'change' ? [canary('before', one.id), canary('after', one.id)] : [canary('entry', one.id)],
        ),
        ...visibleAttachments(world, viewer)
          .filter(({ entry }) => of(entry))
          .map((one) => canary('file', one.id)),
        ...here(visibleFieldValues(world, viewer)).map(({ field }) => canary(`value${id}f`, field)),
      ],
    },
  }
}
