import 'server-only'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll } from 'vitest'
import { ownTestDatabase } from '#lib/db/test-world.ts'
import { env } from '#lib/env.ts'

/** The contacts of the small world. */
export const CONTACT = { grace: 1, ravi: 2, olga: 3, mute: 4 } as const

/**
 * A small world for the tests of mails, in a database of the file's own. Ticket 1 is Grace's, Ravi and Mute (who has no address) take
 * part in it; Olga is of another company. Anna is the engineer. Call it at the top of the file.
 */
export function mailWorld() {
  const database = ownTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-mail-'))
  let connection: postgres.Sql | undefined
  const owner = () => {
    if (!connection) throw new Error('the world is made in beforeAll')
    return connection
  }
  beforeAll(async () => {
    Object.defineProperties(env, {
      dataDir: { configurable: true, get: () => dataDir },
      publicUrl: { configurable: true, get: () => new URL('https://portal.example') },
    })
    sendThrough(undefined)
    connection = postgres(database.ownerUrl, { max: 4, onnotice: () => {} })
    await connection.unsafe(WORLD)
  })
  afterAll(async () => {
    await connection?.end()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    dataDir,
    get owner() {
      return owner()
    },
    get appUrl() {
      return database.appUrl
    },
    /** A mail about ticket 1 that waits; returns its id. */
    async queue(contact: number, template = 'ticket-answered') {
      const [row] = await owner()<{ id: string }[]>`
        insert into outbox (template, contact_id, ticket_id, entry_id) values (${template}, ${contact}, 1, 1) returning id`
      return Number(row?.id)
    },
    async stateOf(id: number) {
      const [row] = await owner()`
        select state, problem, last_error, attempts, next_attempt_at > now() as later from outbox where id = ${id}`
      return row
    },
  }
}

/** What `SMTP_URL` says is read once a process; here it changes. */
export function sendThrough(url: string | undefined): void {
  Object.defineProperty(env, 'smtpUrl', { configurable: true, get: () => url })
}

const WORLD = `
  insert into text_classes (id, key, labels, customer_visible) overriding system value values
    (1, 'answer', '{"en": "Answer"}', true), (2, 'note', '{"en": "Note"}', false);
  insert into queues (id, key, kind, labels, position, engineer_text_class_id, customer_text_class_id) overriding system value values
    (1, 'support', 'regular', '{"en": "Support", "de": "Hilfe"}', 1, 2, 1);
  insert into queue_text_classes values (1, 1), (1, 2);
  insert into statuses (id, queue_id, key, labels, kind, accepts_comments, is_initial) overriding system value values
    (1, 1, 'open', '{"en": "Open", "de": "Offen"}', 'open', true, true), (2, 1, 'closed', '{"en": "Closed", "de": "Fertig"}', 'closed', false, false);
  insert into activities (id, queue_id, key, labels, to_status_id, asks_comment) overriding system value values (1, 1, 'close', '{"en": "Close"}', 2, false);
  insert into activity_statuses values (1, 1);
  insert into customer_groups (id, key, labels, portal_enabled, theme) overriding system value values
    (1, 'acme', '{"en": "ACME"}', true, 'lindenau'), (2, 'other', '{"en": "Other"}', true, null);
  insert into companies (id, customer_group_id, name) overriding system value values (1, 1, 'ACME Ltd.');
  insert into contacts (id, customer_group_id, company_id, name) overriding system value values
    (1, 1, 1, 'Grace'), (2, 1, 1, 'Ravi'), (3, 2, null, 'Olga'), (4, 1, 1, 'Mute');
  insert into contact_details (contact_id, email, locale) values
    (1, 'grace@acme.example', 'en'), (2, 'ravi@acme.example', 'de'), (3, 'olga@other.example', 'en');
  insert into engineers (id, login, name, email, is_track) overriding system value values
    (1, 'anna', 'Anna', 'anna@desk.example', false), (2, 'customers', 'Customers', null, true), (3, 'boss', 'Boss', 'boss@desk.example', false);
  insert into accounts (contact_id, login, login_normal, profile_id, password_hash) values
    (1, 'Grace', 'grace', 2, 'x'), (2, 'ravi', 'ravi', 2, 'x'), (3, 'olga', 'olga', 2, 'x'), (4, 'mute', 'mute', 2, 'x');
  insert into roles (id, name, administer) overriding system value values (1, 'desk', false), (2, 'customers', false), (3, 'administration', true);
  insert into engineer_roles values (1, 1), (2, 2), (3, 3);
  insert into queue_grants (role_id, queue_id, read, write, append, "create", execute) values
    (1, 1, true, true, true, true, true), (2, 1, true, true, true, true, true);
  insert into group_grants (role_id, customer_group_id, read, write, modify_accounts) values
    (1, 1, true, true, true), (2, 1, true, false, false), (2, 2, true, false, false);
  insert into hosts (host, theme) values ('acme.example', 'lindenau');
  insert into host_groups (host, customer_group_id) values ('acme.example', 1);
  insert into tickets (id, number, queue_id, status_id, main_contact_id, subject) overriding system value values (1, 100001, 1, 1, 1, 'Pump <b>leaks</b>');
  insert into participants (ticket_id, contact_id) values (1, 2), (1, 4);
  insert into entries (id, ticket_id, kind, text_class_id, author_kind, author_engineer_id, author_name, body) overriding system value values
    (1, 1, 'comment', 1, 'engineer', 1, 'Anna', 'Please send **the number** <script>alert(1)</script>'),
    (2, 1, 'comment', 2, 'engineer', 1, 'Anna', 'internal-canary');
  select setval(pg_get_serial_sequence('entries', 'id'), 100), setval(pg_get_serial_sequence('tickets', 'id'), 100)`
