import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type EngineerViewer, viewerShape } from '../access/viewer.ts'
import { store } from '../attachments/store.ts'
import { connect } from '../db/client.ts'
import { createTestDatabase } from '../db/testing.ts'
import { askForCheck, askForRun, beginImport } from './commands.ts'
import { type ImportPage, importPage } from './queries/page.ts'
import { workOn } from './worker.ts'

export type Row = { line: number; outcome: string; changes: string[]; problems: string[] }
type Wishes = {
  level?: 'company' | 'contact'
  group?: number
  mode?: 'all' | 'rows'
  empty?: 'keep' | 'clear'
  profile?: number
}

/**
 * A small world for imports, in which the whole process works from here on. Anna keeps customers and accounts of the groups
 * 1 (manual), 2 (fixed: profile 11) and 3 (none). Ben writes group 1 and gives no accounts. Carla only reads it.
 */
export async function importWorld(setEnvironment: (values: Record<string, string>) => void) {
  const database = await createTestDatabase(inject('cluster'))
  const owner = postgres(database.ownerUrl, { max: 2, onnotice: () => {} })
  const db = connect(database.appUrl, { max: 4 })
  Object.assign(globalThis, { porticoDatabase: db })
  setEnvironment({
    DATABASE_URL: database.appUrl,
    AUTH_SECRET: 'a-secret-for-tests-a-secret-for-tests',
    PASSWORD_PEPPER: 'a-pepper-for-tests-a-pepper-for-tests',
    LOG_LEVEL: 'silent',
    DATA_DIR: mkdtempSync(join(tmpdir(), 'portico-import-')),
  })
  await owner.unsafe(WORLD)

  const engineer = async (id: number): Promise<EngineerViewer> => {
    const [row] = await owner<{ rights: unknown }[]>`select viewer_rights('engineer', ${id}) as rights`
    const viewer = viewerShape.parse(row?.rights)
    if (viewer.kind !== 'engineer') throw new Error(`${id} is no engineer`)
    return viewer
  }
  const [anna, ben, carla] = await Promise.all([1, 2, 3].map(engineer))
  if (!anna || !ben || !carla) throw new Error('no engineers')

  const upload = async (
    viewer: EngineerViewer,
    content: string | Uint8Array,
    { level = 'contact', group = 1 }: Wishes = {},
  ) => {
    const file = await store(Readable.from([Buffer.from(content)]), 50_000_000)
    return beginImport(viewer, { group, level }, { ...file, name: 'people.csv' })
  }
  const check = async (viewer: EngineerViewer, id: number, { empty = 'keep', profile }: Wishes = {}) => {
    const { record } = await importPage(viewer, id)
    await askForCheck(viewer, { id, target: record.options.mapping, empty, profile: String(profile ?? '') })
    await workOn(viewer, id)
    return importPage(viewer, id)
  }
  return {
    owner,
    database,
    anna,
    ben,
    carla,
    upload,
    check,
    /** Uploads and checks; nothing of it is written. */
    dryRun: async (viewer: EngineerViewer, content: string | Uint8Array, wishes: Wishes = {}) =>
      check(viewer, await upload(viewer, content, wishes), wishes),
    run: async (viewer: EngineerViewer, { record }: ImportPage, mode: 'all' | 'rows' = 'all') => {
      await askForRun(viewer, { id: record.id, mode })
      await workOn(viewer, record.id)
      return importPage(viewer, record.id)
    },
    rows: (id: number) =>
      owner<Row[]>`select line, outcome, changes, problems from import_rows where import_id = ${id} order by line`,
    async end() {
      await owner.end()
      await db.$client.end({ timeout: 1 })
      await database.drop()
    },
  }
}

const WORLD = `
  insert into roles (id, name) values (1, 'keeper'), (2, 'writer'), (3, 'reader'), (4, 'customers');
  insert into engineers (id, login, name, is_track) values (1, 'anna', 'Anna', false), (2, 'ben', 'Ben', false),
    (3, 'carla', 'Carla', false), (10, 'cmtrack_basic', 'Basic customers', true), (11, 'cmtrack_members', 'Members', true);
  insert into engineer_roles (engineer_id, role_id) values (1, 1), (2, 2), (3, 3), (10, 4), (11, 4);
  insert into customer_groups (id, key, labels, portal_enabled, account_assignment, fixed_profile_id) values
    (1, 'manual', '{"en": "Manual"}', true, 'manual', null), (2, 'fixed', '{"en": "Fixed"}', true, 'fixed', 11),
    (3, 'none', '{"en": "None"}', false, 'none', null), (4, 'other', '{"en": "Other"}', true, 'manual', null);
  insert into group_grants (role_id, customer_group_id, read, write, modify_accounts, delete) values
    (1, 1, true, true, true, true), (1, 2, true, true, true, true), (1, 3, true, true, true, true),
    (2, 1, true, true, false, false), (3, 1, true, false, false, false);
  insert into field_groups (id, customer_group_id, level, labels, position) values (1, 1, 'contact', '{"en": "Person"}', 1),
    (2, 1, 'company', '{"en": "Company"}', 2), (3, 1, 'contact', '{"en": "Portal"}', 3);
  insert into data_fields (field_group_id, key, type, labels, options, annotations) values
    (1, 'position', 'text', '{"en": "Position", "de": "Funktion"}', null, '{}'),
    (1, 'since', 'date', '{"en": "Customer since", "de": "Kunde seit"}', null, '{}'),
    (2, 'contract', 'list', '{"en": "Contract", "de": "Vertrag"}',
      '[{"value": "basic", "labels": {"en": "Basic", "de": "Basis"}}, {"value": "plus", "labels": {"en": "Plus"}}]', '{}'),
    (3, 'track_login', 'text', '{"en": "CM.Track login"}', null, '{username}'),
    (3, 'track_password', 'text', '{"en": "CM.Track password"}', null, '{password}');
  insert into companies (id, customer_group_id, name, external_id) overriding system value values
    (9000900, 1, 'Delta Works', 'C-900'), (9000901, 1, 'Echo Ltd', null);
  insert into contacts (id, customer_group_id, company_id, name, external_id) overriding system value values
    (9000900, 1, 9000900, 'Grace Hall', 'P-900'), (9000901, 1, null, 'Otto Lang', null), (9000902, 4, null, 'Foreign Person', null);
  insert into contact_details (contact_id, email) values (9000900, 'grace@delta.example'), (9000901, 'otto@echo.example');
  insert into accounts (contact_id, login, login_normal, profile_id, password_hash, password_scheme) values
    (9000900, 'grace', 'grace', 10, 'x', 'bcrypt12'), (9000902, 'foreign', 'foreign', 10, 'x', 'bcrypt12');
`
