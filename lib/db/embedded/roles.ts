import postgres from 'postgres'
import type { ClusterRecord } from './record.ts'
import { urlFor } from './record.ts'

/**
 * Makes the two roles and the database where they are missing: `portico_owner` owns and migrates, `portico_app` owns nothing and
 * cannot pass by row-level security. Repeating it is harmless, so a first start that was killed is completed by the next.
 */
export async function furnish(record: ClusterRecord): Promise<void> {
  const sql = postgres(urlFor(record, 'postgres', 'postgres'), { max: 1, onnotice: () => {} })
  try {
    const roles = new Set((await sql`select rolname from pg_roles`).map((row) => row.rolname))
    for (const role of ['portico_owner', 'portico_app'] as const) {
      if (roles.has(role)) continue
      // The password is base64url of our own making; utility statements take no parameters.
      await sql.unsafe(
        `create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password '${record.passwords[role]}'`,
      )
    }
    const [database] = await sql`select 1 from pg_database where datname = 'portico'`
    if (!database) await sql`create database portico owner portico_owner`
    await sql`revoke all on database portico from public`
    await sql`grant connect on database portico to portico_app`
  } finally {
    await sql.end()
  }
}
