import 'server-only'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type EngineerViewer, viewerShape } from '#lib/access/viewer.ts'
import { connect } from '#lib/db/client.ts'
import { createTestDatabase } from '#lib/db/testing.ts'

/** Statuses of the small world. */
export const STATUS = { open: 1, closed: 2, published: 3, sales: 4 }

type Ticket = { queue?: number; status?: number; contact?: number | null; engineer?: number | null; subject?: string }
export type Who = () => Promise<EngineerViewer>

/**
 * A small world for the desk's tests, in which the whole process works from here on. Anna may do everything in all three
 * queues (1 Support, 2 Sales, 3 FAQ) and knows both customer groups. Ben only reads Support and group 1; Carla may also
 * append there. Dora may do everything in Support but knows no customer group. Grace (1) is of group 1, Olga (2) of group 2.
 */
export async function deskWorld() {
  const database = await createTestDatabase(inject('cluster'))
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  const db = connect(database.appUrl, { max: 4 })
  // Where `database()` keeps the pool of the process.
  Object.assign(globalThis, { porticoDatabase: db })
  await owner.unsafe(WORLD)

  const engineer = (id: number) => async () => {
    const [row] = await owner<{ rights: unknown }[]>`select viewer_rights('engineer', ${id}) as rights`
    const viewer = viewerShape.parse(row?.rights)
    if (viewer.kind !== 'engineer') throw new Error(`${id} is no engineer`)
    return viewer
  }
  let minutes = 0
  return {
    owner,
    anna: engineer(1),
    ben: engineer(2),
    carla: engineer(3),
    dora: engineer(4),
    /** Makes a ticket, a minute newer than the one before, and returns its number. */
    async ticket({ queue = 1, status = STATUS.open, contact = 1, engineer = null, subject = 'Pump' }: Ticket = {}) {
      minutes += 1
      const [row] = await owner<{ number: string }[]>`
        insert into tickets (queue_id, status_id, main_contact_id, engineer_id, subject, updated_at)
        values (${queue}, ${status}, ${contact}, ${engineer}, ${subject}, ${new Date(Date.UTC(2026, 0, 1, 0, minutes))})
        returning number`
      return Number(row?.number)
    },
    async end() {
      await owner.end()
      await db.$client.end()
      await database.drop()
    },
  }
}

const WORLD = `
  insert into text_classes (id, key, labels, customer_visible) overriding system value values
    (1, 'answer', '{"en": "Answer"}', true), (2, 'note', '{"en": "Note"}', false);
  insert into queues (id, key, kind, labels, position, engineer_text_class_id, customer_text_class_id) overriding system value values
    (1, 'support', 'regular', '{"en": "Support"}', 1, 1, 1), (2, 'sales', 'regular', '{"en": "Sales"}', 2, 2, 1),
    (3, 'faq', 'faq', '{"en": "FAQ"}', 3, 1, 1);
  insert into queue_text_classes values (1, 1), (1, 2), (2, 1), (2, 2), (3, 1);
  insert into statuses (id, queue_id, key, labels, kind, accepts_comments, is_initial) overriding system value values
    (1, 1, 'open', '{"en": "Open"}', 'open', true, true), (2, 1, 'closed', '{"en": "Closed"}', 'closed', false, false),
    (3, 3, 'published', '{"en": "Published"}', 'open', true, true), (4, 2, 'open', '{"en": "Open"}', 'open', true, true);
  insert into activities (id, queue_id, key, labels, to_status_id, asks_comment) overriding system value values
    (1, 1, 'close', '{"en": "Close"}', 2, true);
  insert into activity_statuses values (1, 1);
  insert into customer_groups (id, key, labels) overriding system value values (1, 'acme', '{"en": "ACME"}'), (2, 'other', '{"en": "Other"}');
  insert into companies (id, customer_group_id, name) overriding system value values (1, 1, 'ACME Ltd.');
  insert into contacts (id, customer_group_id, company_id, name) overriding system value values
    (1, 1, 1, 'Grace'), (2, 2, null, 'Olga');
  insert into engineers (id, login, name) overriding system value values (1, 'anna', 'Anna'), (2, 'ben', 'Ben'), (3, 'carla', 'Carla'), (4, 'dora', 'Dora');
  insert into roles (id, name) overriding system value values (1, 'all'), (2, 'reader'), (3, 'answerer'), (4, 'no group');
  insert into engineer_roles values (1, 1), (2, 2), (3, 3), (4, 4);
  insert into queue_grants (role_id, queue_id, read, write, append, "create", execute) values
    (1, 1, true, true, true, true, true), (1, 2, true, true, true, true, true), (1, 3, true, true, true, true, true),
    (2, 1, true, false, false, false, false), (3, 1, true, false, true, false, false), (4, 1, true, true, true, true, true);
  insert into group_grants (role_id, customer_group_id, read) values (1, 1, true), (1, 2, true), (2, 1, true), (3, 1, true)`
