import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ownTestDatabase } from '../db/test-world.ts'
import { record } from './commands.ts'
import { lastVerified, verifyAudit } from './queries/integrity.ts'

const database = ownTestDatabase()
let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
})
afterAll(() => owner.end())
beforeEach(async () => {
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'portico-audit-'))
  await owner`truncate audit restart identity`
  for (let at = 1; at <= 20; at++) await record({ actorKind: 'system', action: 'test', after: { at } })
})

test('an untouched log is whole, and the place where it ended is kept', async () => {
  expect(lastVerified()).toBeUndefined()
  expect(await verifyAudit(10_000)).toMatchObject({ rows: 20, id: 40, complete: true, broken: null })
  await record({ actorKind: 'system', action: 'test' })
  expect(await verifyAudit(10_000)).toMatchObject({ rows: 21, broken: null })
  expect(lastVerified()).toMatchObject({ id: 42, rows: 21 })
})

// The trigger takes a number of its own, so the rows' are even: the seventh has 14.
test.each([
  ['a row that was edited', (sql: postgres.Sql) => sql`update audit set after = '{"at": 99}' where id = 14`, 14],
  [
    'a row that was edited, with a hash that fits it',
    async (sql: postgres.Sql) => {
      await sql`update audit set action = 'x' where id = 14`
      await sql`update audit a set hash = audit_digest(a) where id = 14`
    },
    16,
  ],
  ['a row that was taken out', (sql: postgres.Sql) => sql`delete from audit where id = 14`, 16],
  ['a beginning that was taken away', (sql: postgres.Sql) => sql`delete from audit where id < 14`, 14],
])('%s is found', async (_, tamper, id) => {
  await verifyAudit(10_000)
  await tamper(owner)
  expect(await verifyAudit(10_000)).toMatchObject({ broken: { id, how: 'edited' } })
})

test('an end that was cut off is found by the place that is kept outside the database', async () => {
  await verifyAudit(10_000)
  await owner`delete from audit where id > 30`
  expect(await verifyAudit(10_000)).toMatchObject({ id: 40, broken: { id: 40, how: 'cut' } })
  await record({ actorKind: 'system', action: 'test' })
  expect(await verifyAudit(10_000)).toMatchObject({ broken: { id: 40, how: 'cut' } })
})
