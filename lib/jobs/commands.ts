import 'server-only'
import { sql } from 'drizzle-orm'
import type { Database } from '../db/client.ts'
import type { Transaction } from '../db/transaction.ts'
import type { JobName, Jobs } from './queues.ts'

/** Adds a job; in a transaction it is there if and only if the rest is. */
export async function enqueueJob<Name extends JobName>(
  db: Transaction | Database,
  name: Name,
  given: Jobs[Name],
): Promise<void> {
  await db.execute(sql`
    insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, expire_seconds, deletion_seconds, keep_until)
    select q.name, ${JSON.stringify(given)}::jsonb, q.retry_limit, q.retry_delay, q.retry_backoff, q.expire_seconds, q.deletion_seconds,
      now() + make_interval(secs => q.retention_seconds)
    from pgboss.queue q where q.name = ${name}`)
}
