import 'server-only'
import postgres from 'postgres'
import { beforeAll } from 'vitest'
import { type EngineerViewer, viewerShape } from '#lib/access/viewer.ts'
import { ownTestDatabase } from '#lib/db/test-world.ts'

export type Told = { action: string; subject_id: string; before: unknown; after: unknown }

/**
 * A small world for the Admin Tool's tests; call it at the top of the file. Ada (1) administers, Ben (2) works in Support,
 * Zoe (3) is a profile that Grace (1) and Olga (2) share; Ada's roles show her customer group 1, of Grace, only.
 */
export function adminWorld() {
  const database = ownTestDatabase()
  const asOwner = <T extends object[]>(query: string, values: (string | number)[] = []) => {
    const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
    return owner.unsafe<T>(query, values).finally(() => owner.end())
  }
  beforeAll(() => asOwner(WORLD))

  async function engineer(id: number): Promise<EngineerViewer> {
    const [row] = await asOwner<{ rights: unknown }[]>(`select viewer_rights('engineer', $1) as rights`, [id])
    const viewer = viewerShape.parse(row?.rights)
    if (viewer.kind !== 'engineer') throw new Error(`${id} is no engineer`)
    return viewer
  }
  return {
    database,
    asOwner,
    engineer,
    ada: () => engineer(1),
    ben: () => engineer(2),
    /** What a contact may do now; null where it is refused. */
    async contact(id: number) {
      const [row] = await asOwner<{ rights: object | null }[]>(`select viewer_rights('contact', $1) as rights`, [id])
      return row?.rights ?? null
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
    (1, 'support', 'regular', '{"en": "Support", "de": "Hilfe"}', 1, 1, 1), (2, 'faq', 'faq', '{"en": "FAQ"}', 2, 1, 1);
  insert into customer_groups (id, key, labels, portal_enabled) overriding system value values
    (1, 'acme', '{"en": "ACME"}', true), (2, 'other', '{"en": "Other"}', true);
  insert into companies (id, customer_group_id, name) overriding system value values (1, 1, 'ACME Ltd.');
  insert into contacts (id, customer_group_id, company_id, name) overriding system value values (1, 1, 1, 'Grace'), (2, 2, null, 'Olga');
  insert into engineers (id, login, name, is_track) overriding system value values
    (1, 'ada', 'Ada', false), (2, 'ben', 'Ben', false), (3, 'zoe', 'Zoe', true);
  insert into accounts (contact_id, login, login_normal, profile_id) values (1, 'grace', 'grace', 3), (2, 'olga', 'olga', 3);
  insert into roles (id, name, administer) overriding system value values (1, 'Administrator', true), (2, 'Worker', false), (3, 'Track', false);
  insert into engineer_roles values (1, 1), (2, 2), (3, 3);
  insert into queue_grants (role_id, queue_id, read, append) values (2, 1, true, true), (3, 1, true, false);
  insert into group_grants (role_id, customer_group_id, read) values (1, 1, true), (2, 1, true), (3, 1, true);
  select setval(pg_get_serial_sequence('engineers', 'id'), 100), setval(pg_get_serial_sequence('roles', 'id'), 100)`
