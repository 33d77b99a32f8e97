import 'server-only'
import { sql } from 'drizzle-orm'
import { type EngineerViewer, viewerShape } from '#lib/access/viewer.ts'
import { normalLogin } from '#lib/auth/login.ts'
import { customerGroups } from '#lib/db/schema/index.ts'
import { asNobody, asViewer } from '#lib/db/transaction.ts'

/** The engineer of this login, with its rights as they are now; undefined for an unknown or inactive one. */
export async function engineerOf(login: string): Promise<EngineerViewer | undefined> {
  return asNobody((db) =>
    db.transaction(async (tx) => {
      const [row] = await tx.execute<{ rights: unknown }>(
        sql`select act_as('engineer', c.id) as rights from credential_of_login('engineer', ${normalLogin(login)}) c`,
      )
      const viewer = viewerShape.safeParse(row?.rights)
      return viewer.success && viewer.data.kind === 'engineer' ? viewer.data : undefined
    }),
  )
}

/** The customer groups that the engineer reads, by key. */
export function groupsByKey(viewer: EngineerViewer): Promise<Map<string, number>> {
  return asViewer(viewer, async (tx) => {
    const rows = await tx.select({ id: customerGroups.id, key: customerGroups.key }).from(customerGroups).limit(500)
    return new Map(rows.map(({ id, key }) => [key, id]))
  })
}
