import 'server-only'
import { asc, eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '../access/viewer.ts'
import { labelIn } from '../db/labels.ts'
import { customerGroups, hostGroups, hosts } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { versionOf } from '../db/version.ts'
import { notFound } from '../errors.ts'
import type { HostChange } from './input.ts'

export type HostRow = { host: string; theme: string; groups: string[] }

const MOST = 500

/** Every host by its name, 500 at most, with the names of the customer groups that sign in there; none means all. */
export function hostList(viewer: EngineerViewer, locale: string): Promise<HostRow[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select({
        host: hosts.host,
        theme: hosts.theme,
        groups: sql<string[]>`array(select coalesce(g.labels ->> ${locale}, g.labels ->> 'en', '')
          from ${hostGroups} h join ${customerGroups} g on g.id = h.customer_group_id where h.host = ${hosts}.host order by 1)`,
      })
      .from(hosts)
      .orderBy(asc(hosts.host))
      .limit(MOST),
  )
}

/** A host as it is, in the shape in which it is changed; undefined for an unknown one. */
export async function storedHost(tx: Transaction, host: string): Promise<HostChange | undefined> {
  const [row] = await tx.select().from(hosts).where(eq(hosts.host, host))
  if (!row) return undefined
  const groups = await tx
    .select({ id: hostGroups.customerGroupId })
    .from(hostGroups)
    .where(eq(hostGroups.host, host))
    .orderBy(hostGroups.customerGroupId)
  return { ...row, groups: groups.map(({ id }) => id) }
}

/** A host, or what a new one needs. @throws AppError `not_found` */
export function hostPage(viewer: EngineerViewer, host: string | undefined, locale: string) {
  return asViewer(viewer, async (tx) => {
    const stored = host === undefined ? undefined : await storedHost(tx, host)
    if (host !== undefined && !stored) throw notFound()
    const label = labelIn(customerGroups.labels, locale)
    const groups = await tx
      .select({ id: customerGroups.id, label, portalEnabled: customerGroups.portalEnabled })
      .from(customerGroups)
      .orderBy(label)
      .limit(MOST)
    return { stored: stored && { ...stored, version: versionOf(stored) }, groups }
  })
}
