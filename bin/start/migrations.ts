import { migrate } from '#lib/db/migrate.ts'
import { Failure } from '../prepare/failure.mjs'
import { note, step } from '../prepare/progress.mjs'
import type { Database } from './database.ts'

/** Applies what is missing, where the owner's address is known. */
export async function bringUpToDate({ ownerUrl }: Pick<Database, 'ownerUrl'>): Promise<void> {
  if (ownerUrl) await step('Migrating the database', () => migrate(ownerUrl).catch(explain))
  else note('DATABASE_OWNER_URL is not set: migrations are left to you')
}

const remedies: Record<string, string> = {
  '53100': 'The disk of the database is full: make room and start again.',
  '55P03': 'A running Portico held a table for too long: start again in a quieter moment.',
  '42501': 'The role of DATABASE_OWNER_URL has to own the database (docs/guides/operate.md).',
}

function explain(error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const reason = cause instanceof Error ? cause.message : String(cause)
  throw new Failure(
    `The database refused a migration: ${reason}`,
    'Nothing was changed: migrations are applied whole or not at all.',
    remedies[code] ?? 'Report this with the version of Portico; the one before works with this database.',
    { cause: error },
  )
}
