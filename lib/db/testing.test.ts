import postgres from 'postgres'
import { expect, inject, onTestFinished, test } from 'vitest'
import { createTestDatabase } from './testing.ts'

test('the application role owns nothing and cannot pass by row-level security', async () => {
  const database = await createTestDatabase(inject('cluster'))
  onTestFinished(() => database.drop())
  const sql = postgres(database.appUrl, { max: 1 })
  const [role] = await sql`select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
    (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned from pg_roles where rolname = current_user`
  await sql.end()
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0 })
})

test('what one test database holds, another does not', async () => {
  const [one, two] = await Promise.all([createTestDatabase(inject('cluster')), createTestDatabase(inject('cluster'))])
  onTestFinished(() => Promise.all([one.drop(), two.drop()]).then(() => {}))
  const owner = postgres(one.ownerUrl, { max: 1 })
  await owner`create table mark (id int)`
  await owner.end()
  const other = postgres(two.ownerUrl, { max: 1 })
  expect(await other`select to_regclass('mark')::text as mark`).toEqual([{ mark: null }])
  await other.end()
})
