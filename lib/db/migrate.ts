import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const MIGRATION_LOCK = 7_601_001

/**
 * Brings the database up to the newest migration in `drizzle/`, as the owner role. Each is applied whole or not at all;
 * of several callers one works and the others wait. A table that a running application holds for longer than ten
 * seconds ends the attempt instead of stopping the application.
 */
export async function migrate(ownerUrl: string, migrationsFolder = 'drizzle'): Promise<void> {
  const connection = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await connection`select pg_advisory_lock(${MIGRATION_LOCK})`
    await connection`set lock_timeout = '10s'`
    await applyMigrations(drizzle(connection), { migrationsFolder })
  } finally {
    await connection.end()
  }
}
