import { afterAll, beforeAll, inject } from 'vitest'
import { createTestDatabase, type TestDatabase } from './testing.ts'

/** Gives a test file a database of its own, which the application then connects to. Call it at the top of the file. */
export function ownTestDatabase(): { readonly ownerUrl: string; readonly appUrl: string } {
  let database: TestDatabase | undefined
  beforeAll(async () => {
    database = await createTestDatabase(inject('cluster'))
    Object.assign(process.env, {
      DATABASE_URL: database.appUrl,
      AUTH_SECRET: 'a-secret-for-tests-a-secret-for-tests',
      PASSWORD_PEPPER: 'a-pepper-for-tests-a-pepper-for-tests',
      LOG_LEVEL: 'silent',
    })
  })
  afterAll(async () => {
    const { database: pool } = await import('./transaction.ts')
    await pool().$client.end()
    await database?.drop()
  })
  const url = (name: 'ownerUrl' | 'appUrl') => {
    if (!database) throw new Error('the test database starts in beforeAll')
    return database[name]
  }
  return {
    get ownerUrl() {
      return url('ownerUrl')
    },
    get appUrl() {
      return url('appUrl')
    },
  }
}
