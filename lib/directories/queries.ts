import 'server-only'
import { asc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { EngineerViewer } from '../access/viewer.ts'
import { isResting } from '../auth/ldap/breaker.ts'
import { type ProbeReport, probe } from '../auth/ldap/probe.ts'
import type { LdapServer } from '../auth/ldap/server.ts'
import { serverNumbered, serversFor } from '../auth/ldap/servers.ts'
import { ldapServers, provisionedPeople, provisionings } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { versionOf } from '../db/version.ts'
import { notFound } from '../errors.ts'
import type { DirectoryChange } from './input.ts'

const { id, createdAt, bindPassword, ...kept } = getTableColumns(ldapServers)
const MOST = 200

/** A directory as it is kept; of its bind password only whether there is one. */
export type StoredDirectory = Omit<DirectoryChange, 'bindPassword'> & { hasPassword: boolean }

export type DirectoryRow = Pick<
  StoredDirectory,
  'name' | 'active' | 'url' | 'startTls' | 'forContacts' | 'forEngineers'
> & {
  id: number
  /** Of one that is in use: it fails and is left alone for a moment, as this instance sees it, or its bind password is lost. */
  trouble: 'resting' | 'secret' | null
}

/** In the order in which they are asked, 200 at most. */
export async function directoryList(viewer: EngineerViewer): Promise<DirectoryRow[]> {
  const { name, active, url, startTls, forContacts, forEngineers } = ldapServers
  const rows = await asViewer(viewer, (tx) =>
    tx
      .select({ id, name, active, url, startTls, forContacts, forEngineers })
      .from(ldapServers)
      .orderBy(asc(sql`lower(trim(${name}))`), asc(id))
      .limit(MOST),
  )
  if (rows.length === 0) return []
  const inUse = [...(await serversFor('contact')), ...(await serversFor('engineer'))]
  return rows.map((row) => ({ ...row, trouble: troubleOf(inUse.find((server) => server.id === row.id)) }))
}

function troubleOf(server: LdapServer | undefined): DirectoryRow['trouble'] {
  if (!server) return null
  if (lacksPassword(server)) return 'secret'
  return isResting(server) ? 'resting' : null
}

/** Sealed by a key that the environment does not have any more. */
const lacksPassword = ({ bindDn, bindPassword }: LdapServer) => bindDn !== null && bindPassword === null

/** A directory as it is; undefined for an unknown one. */
export async function storedDirectory(tx: Transaction, directory: number): Promise<StoredDirectory | undefined> {
  const [row] = await tx
    .select({ ...kept, hasPassword: sql<boolean>`ldap_bind_password(${id}) is not null` })
    .from(ldapServers)
    .where(eq(id, directory))
  return row
}

/**
 * A directory with how many people have an LDAP id, up to 10,001, how many other servers answer them, how many contacts are
 * known from it, and whether its bind password is lost.
 * @throws AppError `not_found`
 */
export function directoryPage(viewer: EngineerViewer, directory: number) {
  return asViewer(viewer, async (tx) => {
    const stored = await storedDirectory(tx, directory)
    if (!stored) throw notFound()
    const server = await serverNumbered(tx, directory)
    const [known] = await tx
      .select({ people: sql<number>`count(*)::int` })
      .from(provisionedPeople)
      .innerJoin(provisionings, eq(provisionings.id, provisionedPeople.provisioningId))
      .where(eq(provisionings.ldapServerId, directory))
    const [counts] = await tx.execute<{
      contacts: number
      engineers: number
      other_contacts: number
      other_engineers: number
    }>(sql`
      select a.contacts, a.engineers,
        (select count(*)::int from ${ldapServers} where active and for_contacts and id <> ${directory}) as other_contacts,
        (select count(*)::int from ${ldapServers} where active and for_engineers and id <> ${directory}) as other_engineers
      from ldap_accounts() a`)
    return {
      stored: { id: directory, ...stored, version: versionOf(stored) },
      passwordIsLost: server !== undefined && lacksPassword(server),
      known: known?.people ?? 0,
      accounts: {
        contacts: { count: counts?.contacts ?? 0, others: counts?.other_contacts ?? 0 },
        engineers: { count: counts?.engineers ?? 0, others: counts?.other_engineers ?? 0 },
      },
    }
  })
}

/** What a directory answers now, also one that is not in use. @throws AppError `not_found` */
export async function probeDirectory(
  viewer: EngineerViewer,
  directory: number,
  name: string | null,
): Promise<{ name: string; report: ProbeReport }> {
  const server = await asViewer(viewer, (tx) => serverNumbered(tx, directory))
  if (!server) throw notFound()
  return { name: server.name, report: await probe(server, name) }
}
