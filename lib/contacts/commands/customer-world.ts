import 'server-only'
import postgres from 'postgres'
import { beforeAll } from 'vitest'
import { type EngineerViewer, viewerShape } from '#lib/access/viewer.ts'
import { ownTestDatabase } from '#lib/db/test-world.ts'

export type Told = { action: string; subject_id: string; before: unknown; after: unknown }

/**
 * A small world for the tests of contacts, companies and accounts; call it at the top of the file. Customer group 1 gives
 * accounts by hand, 2 is one that nobody here may read, 3 gives none, 4 gives all the profile Zoe (4). Kim (1) keeps 1, 3
 * and 4 with every grant; Rea (2) reads 1, Wim (3) writes it too. In group 1 ACME (1) has Grace (1), Beta (2) has Hal (3);
 * Olga (2) is of group 2, Ina (4) of 3, Finn (5) of 4.
 */
export function customerWorld() {
  const database = ownTestDatabase()
  const asOwner = <T extends object[]>(query: string, values: (string | number | null)[] = []) => {
    const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
    return owner.unsafe<T>(query, values).finally(() => owner.end())
  }
  beforeAll(() => asOwner(WORLD))

  const engineer = (id: number) => async (): Promise<EngineerViewer> => {
    const [row] = await asOwner<{ rights: unknown }[]>(`select viewer_rights('engineer', $1) as rights`, [id])
    const viewer = viewerShape.parse(row?.rights)
    if (viewer.kind !== 'engineer') throw new Error(`${id} is no engineer`)
    return viewer
  }
  return {
    asOwner,
    kim: engineer(1),
    rea: engineer(2),
    wim: engineer(3),
    /** What a contact may do now; null where it is refused. */
    async contact(id: number) {
      const [row] = await asOwner<{ rights: object | null }[]>(`select viewer_rights('contact', $1) as rights`, [id])
      return row?.rights ?? null
    },
    /** Starts a session of a contact, and tells how many live. */
    async signIn(id: number) {
      await asOwner(
        `insert into sessions (token_hash, contact_id, expires_at, idle_minutes)
         values (gen_random_uuid()::text, $1, now() + interval '1 hour', 60)`,
        [id],
      )
    },
    async sessions(id: number) {
      const [row] = await asOwner<{ count: string }[]>(
        `select count(*) from sessions s where contact_id = $1 and session_alive(s)`,
        [id],
      )
      return Number(row?.count)
    },
    /** The newest entry of the audit log. */
    async told() {
      const [row] = await asOwner<Told[]>('select * from audit order by id desc limit 1')
      return row
    },
  }
}

const WORLD = `
  insert into text_classes (id, key, labels, customer_visible) overriding system value values (1, 'answer', '{"en": "Answer"}', true);
  insert into queues (id, key, kind, labels, position, engineer_text_class_id, customer_text_class_id) overriding system value values
    (1, 'support', 'regular', '{"en": "Support"}', 1, 1, 1);
  insert into statuses (id, queue_id, key, labels, kind, is_initial) overriding system value values (1, 1, 'open', '{"en": "Open"}', 'open', true);
  insert into engineers (id, login, name, is_track) overriding system value values
    (1, 'kim', 'Kim', false), (2, 'rea', 'Rea', false), (3, 'wim', 'Wim', false), (4, 'zoe', 'Zoe', true), (5, 'yak', 'Yak', true);
  insert into customer_groups (id, key, labels, portal_enabled, account_assignment, fixed_profile_id) overriding system value values
    (1, 'acme', '{"en": "ACME"}', true, 'manual', null), (2, 'other', '{"en": "Other"}', true, 'manual', null),
    (3, 'internal', '{"en": "Internal"}', false, 'none', null), (4, 'members', '{"en": "Members"}', true, 'fixed', 4);
  insert into field_groups (id, customer_group_id, level, labels, position) overriding system value values
    (1, 1, 'contact', '{"en": "Person"}', 1), (2, 1, 'contact', '{"en": "Portal"}', 2), (3, 1, 'company', '{"en": "Company"}', 1),
    (4, 4, 'contact', '{"en": "Portal"}', 1), (5, 3, 'contact', '{"en": "Portal"}', 1);
  insert into data_fields (field_group_id, key, type, labels, annotations, options, position) values
    (1, 'position', 'text', '{"en": "Position"}', '{}', null, 1),
    (1, 'email', 'email', '{"en": "E-mail"}', '{email,personal-data}', null, 2),
    (1, 'born', 'date', '{"en": "Born"}', '{personal-data}', null, 3),
    (1, 'score', 'number', '{"en": "Score"}', '{readonly}', null, 4),
    (1, 'vip', 'boolean', '{"en": "VIP"}', '{}', null, 5),
    (1, 'topics', 'multi_list', '{"en": "Topics"}', '{}', '[{"value": "a", "labels": {"en": "A"}}, {"value": "b", "labels": {"en": "B"}}]', 6),
    (2, 'track_login', 'text', '{"en": "Track login"}', '{username}', null, 1),
    (2, 'track_password', 'text', '{"en": "Track password"}', '{password}', null, 2),
    (2, 'directory', 'text', '{"en": "Directory"}', '{ldapid}', null, 3),
    (3, 'city', 'text', '{"en": "City"}', '{}', null, 1),
    (3, 'number', 'text', '{"en": "Number"}', '{readonly}', null, 2),
    (4, 'login', 'text', '{"en": "Member login"}', '{username}', null, 1),
    (4, 'password', 'text', '{"en": "Member password"}', '{password}', null, 2),
    (5, 'login', 'text', '{"en": "Login"}', '{username}', null, 1);
  insert into companies (id, customer_group_id, name, external_id) overriding system value values
    (1, 1, 'ACME Pumps Ltd.', 'K-10 023'), (2, 1, 'Beta Bikes', null), (3, 2, 'Other House', null), (4, 1, 'Closed House', null);
  update companies set active = false where id = 4;
  insert into contacts (id, customer_group_id, company_id, name) overriding system value values
    (1, 1, 1, 'Grace Müller'), (2, 2, 3, 'Olga Winter'), (3, 1, 2, 'Hal Summer'), (4, 3, null, 'Ina Spring'), (5, 4, null, 'Finn Autumn');
  insert into contact_details (contact_id, email, fields) values
    (1, 'grace@acme.example', '{"position": "Fitter", "score": 7, "old": "kept"}'), (2, 'olga@other.example', '{}');
  insert into accounts (contact_id, login, login_normal, profile_id, password_hash) values
    (1, 'grace', 'grace', 5, 'x'), (2, 'olga', 'olga', 4, 'x');
  insert into tickets (id, number, queue_id, status_id, main_contact_id, subject) overriding system value values (1, 1001, 1, 1, 1, 'Pump');
  insert into roles (id, name, own_company) overriding system value values
    (1, 'keeper', false), (2, 'reader', false), (3, 'writer', false), (4, 'track', false), (5, 'track own company', true);
  insert into engineer_roles values (1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (5, 5);
  insert into queue_grants (role_id, queue_id, read) values (1, 1, true), (2, 1, true), (3, 1, true), (4, 1, true);
  insert into group_grants (role_id, customer_group_id, read, write, modify_accounts, delete) values
    (1, 1, true, true, true, true), (1, 3, true, true, true, true), (1, 4, true, true, true, true),
    (2, 1, true, false, false, false), (3, 1, true, true, false, false), (4, 1, true, false, false, false), (4, 4, true, false, false, false);
  select setval(pg_get_serial_sequence('contacts', 'id'), 100), setval(pg_get_serial_sequence('companies', 'id'), 100)`
