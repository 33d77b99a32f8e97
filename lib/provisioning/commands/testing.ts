import 'server-only'
import postgres from 'postgres'
import { beforeAll } from 'vitest'
import { type EngineerViewer, viewerShape } from '#lib/access/viewer.ts'
import { ownTestDatabase } from '#lib/db/test-world.ts'
import { factsOf } from '../facts.ts'
import type { RunKind } from '../run.ts'
import { askForRun } from './ask.ts'
import type { SourcePerson } from './carry-out.ts'
import { type ReadPeople, workOnRun } from './run.ts'

export type Report = { outcome: string; name: string; login: string; changes: string[]; reasons: string[] }

/** An identity as directories give it, by a number. */
export const identity = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/**
 * A small world for provisioning; call it at the top of the file. Directory 1 gives everybody whose `o` is ACME to customer
 * group 1 (company by name, profile 10), and those of Club to group 2, which gives its own profile 11; group 3 is nobody's
 * business. Root (1) administers and sees no customer; Ben (2) does not. Olga (50) has an account of her own, made by hand.
 */
export function provisioningWorld() {
  const database = ownTestDatabase()
  let sql: postgres.Sql | undefined
  const owner = () => {
    if (!sql) throw new Error('the world begins in beforeAll')
    return sql
  }
  beforeAll(async () => {
    sql = postgres(database.ownerUrl, { max: 2, onnotice: () => {} })
    await sql.unsafe(WORLD)
    return () => sql?.end()
  })
  const engineer = async (id: number): Promise<EngineerViewer> => {
    const [row] = await owner()<{ rights: unknown }[]>`select viewer_rights('engineer', ${id}) as rights`
    const viewer = viewerShape.parse(row?.rights)
    if (viewer.kind !== 'engineer') throw new Error(`${id} is no engineer`)
    return viewer
  }
  const run = async (id: number, read: ReadPeople) => {
    await workOnRun(id, read)
    const [found] = await owner()<{ state: string; problem: string | null; counts: Record<string, number> | null }[]>`
      select state, problem, counts from provisioning_runs where id = ${id}`
    const rows = await owner()<Report[]>`
      select outcome, name, login, changes, reasons from provisioning_rows where run_id = ${id} order by number`
    return { id, ...found, rows: [...rows] }
  }
  return {
    owner,
    root: () => engineer(1),
    ben: () => engineer(2),
    run,
    /** Asks for a run over these people, or over whom `read` gives, and works on it. */
    async sync(people: SourcePerson[] | ReadPeople, kind: RunKind = 'apply', agreed: number | null = null) {
      const id = await askForRun(await engineer(1), { server: 1, kind, agreed })
      return run(id, typeof people === 'function' ? people : async () => people)
    },
    /** The contact with this login, as it is. */
    async account(login: string) {
      const [row] = await owner()`
        select a.contact_id::int as id, c.name, co.name as company, d.email, d.fields, a.profile_id::int as profile, a.ldap_id, a.disabled
        from accounts a join contacts c on c.id = a.contact_id left join companies co on co.id = c.company_id
        left join contact_details d on d.contact_id = c.id where a.login_normal = ${login}`
      return row
    },
    async count(table: 'contacts' | 'accounts' | 'provisioned_people' | 'audit') {
      const [row] = await owner()<{ count: number }[]>`select count(*)::int as count from ${owner()(table)}`
      return row?.count
    },
    /** As a newcomer finds it: without people, runs and rules of its own. */
    async again() {
      await owner().unsafe(AGAIN)
    },
  }
}

/** Somebody of ACME, as directory 1 knows them. */
export function member(number: number, given: Record<string, unknown> = {}): SourcePerson {
  const facts = {
    uid: `user${number}`,
    cn: `Person ${number}`,
    mail: `user${number}@acme.example`,
    o: 'ACME',
    ...given,
  }
  return { identity: identity(number), facts: factsOf(facts) }
}

const RULES = `
  insert into provisionings (id, ldap_server_id, filter, login_attribute, name_attribute, email_attribute, field_attributes)
    overriding system value values (1, 1, '(objectClass=inetOrgPerson)', 'uid', 'cn', 'mail', '{"position": "title"}');
  insert into provisioning_rules (id, provisioning_id, position, test, attribute, values, customer_group_id, company_by, company, profile_id)
    overriding system value values
    (1, 1, 1, 'equals', 'o', '{ACME,Beta}', 1, 'name', 'o', 10), (2, 1, 2, 'equals', 'o', '{Club}', 2, 'none', '', null);`

const AGAIN = `
  delete from provisionings; delete from sessions; delete from contacts where id <> 50 and id <> 51; delete from audit;
  update contacts set active = true; update accounts set disabled = false; ${RULES}`

const WORLD = `
  insert into roles (id, name, administer) overriding system value values (1, 'administrator', true), (2, 'reader', false);
  insert into engineers (id, login, name, is_track, active) overriding system value values (1, 'root', 'Root', false, true),
    (2, 'ben', 'Ben', false, true), (10, 'basic', 'Basic', true, true), (11, 'club', 'Club', true, true), (12, 'gone', 'Gone', true, false);
  insert into engineer_roles values (1, 1), (2, 2);
  insert into customer_groups (id, key, labels, portal_enabled, account_assignment, fixed_profile_id) overriding system value values
    (1, 'acme', '{"en": "ACME"}', true, 'manual', null), (2, 'club', '{"en": "Club"}', true, 'fixed', 11), (3, 'other', '{"en": "Other"}', true, 'manual', null);
  insert into group_grants (role_id, customer_group_id, read, write, modify_accounts, delete) values (2, 1, true, true, true, true);
  insert into field_groups (id, customer_group_id, level, labels, position) overriding system value values (1, 1, 'contact', '{"en": "Person"}', 1);
  insert into data_fields (field_group_id, key, type, labels, annotations) values (1, 'position', 'text', '{"en": "Position"}', '{}'),
    (1, 'track_login', 'text', '{"en": "Login"}', '{username}');
  insert into companies (id, customer_group_id, name, external_id) overriding system value values (1, 1, 'ACME', 'K-1'), (2, 1, 'Beta', 'K-2'), (3, 3, 'ACME', 'X-1');
  insert into contacts (id, customer_group_id, company_id, name) overriding system value values (50, 1, 1, 'Olga by hand'), (51, 3, 3, 'Otto elsewhere');
  insert into accounts (contact_id, login, login_normal, profile_id, ldap_id) values (50, 'olga', 'olga', 10, null), (51, 'otto', 'otto', 10, '00000000-0000-4000-8000-000000000051');
  insert into ldap_servers (id, name, url, base_dn) overriding system value values (1, 'alpha', 'ldap://127.0.0.1:1', 'dc=alpha');
  select setval(pg_get_serial_sequence('contacts', 'id'), 100), setval(pg_get_serial_sequence('provisionings', 'id'), 100),
    setval(pg_get_serial_sequence('provisioning_rules', 'id'), 100);
  ${RULES}`
