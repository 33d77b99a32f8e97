import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '../access/administers.ts'
import type { EngineerViewer } from '../access/viewer.ts'
import { record } from '../audit/commands.ts'
import { forgetHosts } from '../auth/host.ts'
import { hostGroups, hosts } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { requireVersion } from '../db/version.ts'
import { orTaken, orUnknown } from '../db/violations.ts'
import { AppError, notFound } from '../errors.ts'
import { isTheme } from '../themes/registry.ts'
import type { HostChange } from './input.ts'
import { storedHost } from './queries.ts'

/** @throws AppError `invalid` for a host that is there already, an unknown theme or customer group */
export function createHost(viewer: EngineerViewer, change: HostChange): Promise<void> {
  return changing(viewer, async (tx) => {
    requireTheme(change)
    await orTaken('host', tx.insert(hosts).values({ host: change.host, theme: change.theme }))
    await replaceGroups(tx, change)
    await tell(tx, viewer, change.host, { change: 'created', after: change })
  })
}

/** From the next sign-in only contacts of these customer groups get in there. @throws AppError `not_found`, `conflict`, as `createHost` */
export function changeHost(viewer: EngineerViewer, host: string, change: HostChange, shown?: string): Promise<void> {
  return changing(viewer, async (tx) => {
    const before = await lockedHost(tx, host)
    requireVersion(before, shown)
    requireTheme(change, before)
    await orTaken('host', tx.update(hosts).set({ host: change.host, theme: change.theme }).where(eq(hosts.host, host)))
    await replaceGroups(tx, change)
    await tell(tx, viewer, host, { change: 'changed', before, after: change })
  })
}

/** Under an unknown host name every customer group signs in, in the default theme. @throws AppError `not_found` */
export function deleteHost(viewer: EngineerViewer, host: string): Promise<void> {
  return changing(viewer, async (tx) => {
    const before = await lockedHost(tx, host)
    await tx.delete(hosts).where(eq(hosts.host, host))
    await tell(tx, viewer, host, { change: 'deleted', before })
  })
}

async function changing(viewer: EngineerViewer, work: (tx: Transaction) => Promise<void>): Promise<void> {
  await asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    await work(tx)
  })
  forgetHosts()
}

async function lockedHost(tx: Transaction, host: string): Promise<HostChange> {
  await tx.execute(sql`select from ${hosts} where host = ${host} for update`)
  const found = await storedHost(tx, host)
  if (!found) throw notFound()
  return found
}

/** A theme that is not installed any more may stay. */
function requireTheme({ theme }: HostChange, before?: HostChange): void {
  if (theme !== before?.theme && !isTheme(theme)) throw new AppError('invalid', { fields: { theme: 'unknown' } })
}

async function replaceGroups(tx: Transaction, { host, groups }: HostChange): Promise<void> {
  await tx.delete(hostGroups).where(eq(hostGroups.host, host))
  if (groups.length === 0) return
  const rows = [...new Set(groups)].map((customerGroupId) => ({ host, customerGroupId }))
  await orUnknown('groups', tx.insert(hostGroups).values(rows))
}

type Telling = { change: string; before?: HostChange; after?: HostChange }

function tell(tx: Transaction, viewer: EngineerViewer, host: string, { change, before, after }: Telling) {
  return record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: `host.${change}`,
      subjectKind: 'host',
      subjectId: host,
      before,
      after,
    },
    tx,
  )
}
