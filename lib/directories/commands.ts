import 'server-only'
import { createHash, X509Certificate } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { requireAdministrator } from '../access/administers.ts'
import type { EngineerViewer } from '../access/viewer.ts'
import { record } from '../audit/commands.ts'
import { filterProblem } from '../auth/ldap/filter.ts'
import { isPrivate } from '../auth/ldap/server.ts'
import { sealBindPassword } from '../auth/ldap/servers.ts'
import { keepAWayIn } from '../auth/ldap/way-in.ts'
import { ldapServers } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { requireVersion } from '../db/version.ts'
import { orTaken } from '../db/violations.ts'
import { AppError, type FieldProblems, notFound } from '../errors.ts'
import type { DirectoryChange } from './input.ts'
import { type StoredDirectory, storedDirectory } from './queries.ts'

/** @throws AppError `invalid` for a name that is taken and what cannot be a server */
export function createDirectory(viewer: EngineerViewer, change: DirectoryChange): Promise<number> {
  return changing(viewer, async (tx) => {
    requirePossible(change)
    if (change.bindDn && !change.bindPassword) throw problems({ bindPassword: 'missing' })
    const [row] = await orTaken('name', tx.insert(ldapServers).values(rowOf(change)).returning({ id: ldapServers.id }))
    if (!row) throw new AppError('unexpected')
    await tell(tx, viewer, row.id, { change: 'created', after: shown(change) })
    return row.id
  })
}

/**
 * Holds from the next sign-in, on every instance. The stored bind password is sent nowhere else than it was given for: who
 * changes where it goes types it again.
 * @throws AppError `not_found`; `conflict`, also with reason `noWayIn` where no engineer could sign in any more; as `createDirectory`
 */
export function changeDirectory(
  viewer: EngineerViewer,
  id: number,
  change: DirectoryChange,
  version?: string,
): Promise<void> {
  return changing(viewer, async (tx) => {
    const before = await locked(tx, id)
    requireVersion(before, version)
    requirePossible(change)
    if (change.bindDn && !change.bindPassword) {
      if (!before.hasPassword) throw problems({ bindPassword: 'missing' })
      if (goesElsewhere(before, change)) throw problems({ bindPassword: 'passwordAgain' })
    }
    const { bindPassword, ...row } = rowOf(change)
    const password = change.bindDn === null || change.bindPassword ? { bindPassword } : {}
    await orTaken(
      'name',
      tx
        .update(ldapServers)
        .set({ ...row, ...password })
        .where(eq(ldapServers.id, id)),
    )
    await keepAWayIn(tx)
    await tell(tx, viewer, id, { change: 'changed', before, after: shown(change, before) })
  })
}

/** @throws AppError `not_found`; `conflict` with reason `noWayIn` */
export function deleteDirectory(viewer: EngineerViewer, id: number): Promise<void> {
  return changing(viewer, async (tx) => {
    const before = await locked(tx, id)
    await tx.delete(ldapServers).where(eq(ldapServers.id, id))
    await keepAWayIn(tx)
    await tell(tx, viewer, id, { change: 'deleted', before })
  })
}

function changing<T>(viewer: EngineerViewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return asViewer(viewer, async (tx) => {
    await requireAdministrator(tx)
    return work(tx)
  })
}

async function locked(tx: Transaction, id: number): Promise<StoredDirectory> {
  await tx.execute(sql`select id from ${ldapServers} where id = ${id} for update`)
  const found = await storedDirectory(tx, id)
  if (!found) throw notFound()
  return found
}

const problems = (fields: FieldProblems) => new AppError('invalid', { fields })

function requirePossible({ url, startTls, ca, filter }: DirectoryChange): void {
  if (startTls && url.startsWith('ldaps:')) throw problems({ startTls: 'startTlsTwice' })
  if (!isPrivate({ url, startTls })) throw problems({ startTls: 'clear' })
  if (ca && !isPem(ca)) throw problems({ ca: 'certificate' })
  const wrong = filter && filterProblem(filter)
  if (wrong) throw problems({ filter: wrong })
}

/** Certificates and nothing else; a private key does not belong here. */
function isPem(text: string): boolean {
  const parts = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (parts.length === 0 || text.includes('PRIVATE KEY')) return false
  try {
    for (const part of parts) new X509Certificate(part)
    return true
  } catch {
    return false
  }
}

const goesElsewhere = (before: StoredDirectory, { url, startTls, ca, bindDn }: DirectoryChange) =>
  url !== before.url || startTls !== before.startTls || ca !== before.ca || bindDn !== before.bindDn

function rowOf({ bindPassword, ...change }: DirectoryChange) {
  return { ...change, bindPassword: change.bindDn && bindPassword ? sealBindPassword(bindPassword) : null }
}

/** What the audit log is told: of certificates their print, of the password only that there is one, or another. */
function shown({ bindPassword, ca, ...change }: DirectoryChange, before?: StoredDirectory) {
  return {
    ...change,
    ca: printOf(ca),
    hasPassword: change.bindDn !== null && (bindPassword !== null || before?.hasPassword === true),
    ...(bindPassword && before?.hasPassword ? { newPassword: true } : {}),
  }
}

const printOf = (ca: string | null) => ca && createHash('sha256').update(ca).digest('hex').slice(0, 16)

type Telling = { change: string; before?: StoredDirectory; after?: object }

function tell(tx: Transaction, viewer: EngineerViewer, id: number, { change, before, after }: Telling) {
  return record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: `directory.${change}`,
      subjectKind: 'directory',
      subjectId: String(id),
      before: before && { ...before, ca: printOf(before.ca) },
      after,
    },
    tx,
  )
}
