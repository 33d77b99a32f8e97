import { existsSync, mkdtempSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileAt, store } from '../attachments/store.ts'
import { ownTestDatabase } from '../db/test-world.ts'
import { cleanUp } from './clean-up.ts'

const database = ownTestDatabase()
let owner: postgres.Sql
beforeAll(() => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'portico-house-'))
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
})
afterAll(() => owner.end())

const kept = async (content: string, age: number) => {
  const file = await store(Readable.from([Buffer.from(content)]), 1000)
  const at = new Date(Date.now() - age * 24 * 60 * 60 * 1000)
  utimesSync(fileAt(file.storageKey), at, at)
  return file
}

test('what is over goes, what is in use stays', async () => {
  const [ofOld, ofNew, orphan, fresh] = await Promise.all([kept('a', 8), kept('b', 8), kept('c', 2), kept('d', 0)])
  await owner.unsafe(`
    insert into drafts (id, contact_id, purpose, updated_at) values
      ('00000000-0000-4000-8000-000000000001', 1, 'old', now() - interval '8 days'), ('00000000-0000-4000-8000-000000000002', 1, 'new', now());
    insert into back_offs (key, failures, last_failed_at) values ('contact:old', 9, now() - interval '2 days'), ('contact:new', 9, now());
    insert into idempotency_keys (contact_id, key, created_at) values (1, gen_random_uuid(), now() - interval '8 days'), (1, gen_random_uuid(), now());
    insert into sessions (token_hash, contact_id, expires_at, idle_minutes, started_at, last_used_at) values
      ('old', 1, now() - interval '30 days', 60, now() - interval '40 days', now() - interval '40 days'),
      ('new', 1, now() + interval '1 hour', 60, now(), now());`)
  for (const [file, draft] of [
    [ofOld, 1],
    [ofNew, 2],
  ] as const) {
    await owner`insert into attachments ${owner({
      id: file.id,
      draft_id: `00000000-0000-4000-8000-00000000000${draft}`,
      name: 'f',
      content_type: 'text/plain',
      bytes: file.bytes,
      sha256: file.sha256,
      storage_key: file.storageKey,
    })}`
  }
  expect(await cleanUp()).toEqual({
    drafts: 1,
    backOffs: 1,
    idempotencyKeys: 1,
    sessions: 1,
    imports: 0,
    registrations: 0,
    files: 2,
  })
  expect([ofOld, ofNew, orphan, fresh].map(({ storageKey }) => existsSync(fileAt(storageKey)))).toEqual([
    false,
    true,
    false,
    true,
  ])
  const [left] =
    await owner`select (select count(*)::int from drafts) as drafts, (select count(*)::int from back_offs) as back_offs,
    (select count(*)::int from idempotency_keys) as keys, (select count(*)::int from sessions) as sessions`
  expect(left).toEqual({ drafts: 1, back_offs: 1, keys: 1, sessions: 1 })
  expect(await cleanUp()).toMatchObject({ drafts: 0, files: 0 })
})
