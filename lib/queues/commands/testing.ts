import 'server-only'
import { beforeAll } from 'vitest'
import { asViewer } from '#lib/db/transaction.ts'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import type { QueueChange } from '../input.ts'
import { createQueue } from './queue.ts'

/** The Admin Tool's small world with an internal text class (2) beside the readable one (1). Call it at the top of the file. */
export function queueWorld() {
  const world = adminWorld()
  beforeAll(() =>
    world.asOwner(`
      insert into text_classes (id, key, labels) overriding system value values (2, 'note', '{"en": "Note"}');
      select setval(pg_get_serial_sequence('queues', 'id'), 100), setval(pg_get_serial_sequence('text_classes', 'id'), 100)`),
  )
  let made = 0
  return {
    ...world,
    /** Reads as the administrator. */
    read: async <T>(work: Parameters<typeof asViewer<T>>[1]) => asViewer(await world.ada(), work),
    async queue() {
      made += 1
      return createQueue(await world.ada(), { ...repairs, key: `repairs${made}` })
    },
    /** Puts a ticket of Grace's into the queue, in its first status, and returns its id. */
    async ticket(queue: number): Promise<number> {
      const [row] = await world.asOwner<{ id: number }[]>(
        `insert into tickets (queue_id, status_id, main_contact_id, subject)
          select $1, s.id, 1, 'Pump' from statuses s where s.queue_id = $1 and s.is_initial returning id::int`,
        [queue],
      )
      return row?.id ?? 0
    },
    /** Gives the ticket's field a value. */
    async value(ticket: number, field: number, value: unknown) {
      await world.asOwner('insert into field_values values ($1, $2, $3::text::jsonb)', [
        ticket,
        field,
        JSON.stringify(value),
      ])
    },
  }
}

export const repairs: QueueChange = {
  key: 'repairs',
  kind: 'regular',
  labels: { en: 'Repairs', de: 'Reparaturen' },
  descriptions: {},
  icon: 'settings',
  active: true,
}
