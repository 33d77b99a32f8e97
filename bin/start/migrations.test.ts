import postgres from 'postgres'
import { expect, inject, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '#lib/db/testing.ts'
import { bringUpToDate } from './migrations.ts'

test('a role that may not migrate is told so, and nothing is changed', async () => {
  const database = await createTestDatabase(inject('cluster'))
  onTestFinished(() => database.drop())
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  await owner`drop schema drizzle cascade`
  await owner.end()
  await expect(bringUpToDate({ ownerUrl: database.appUrl })).rejects.toThrow(
    /^The database refused a migration: permission denied .*\nNothing was changed.*\nThe role of DATABASE_OWNER_URL has to own/,
  )
})
