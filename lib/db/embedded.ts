import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, statSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { type Account, canReach, serverAccount } from './embedded/account.ts'
import { binariesFor } from './embedded/binaries.ts'
import { type Cluster, give, initialise } from './embedded/cluster.ts'
import { EmbeddedError } from './embedded/error.ts'
import { holdFolder } from './embedded/hold.ts'
import { keepRunning } from './embedded/keeper.ts'
import { endOrphan } from './embedded/orphan.ts'
import { freePort } from './embedded/port.ts'
import { type ClusterRecord, newRecord, readRecord, urlFor, writeRecord } from './embedded/record.ts'
import { furnish } from './embedded/roles.ts'
import { launch } from './embedded/server.ts'

export type EmbeddedDatabase = {
  /** For migrations only. */
  ownerUrl: string
  /** For the application: owns nothing, row-level security applies. */
  appUrl: string
  superuserUrl: string
  /** Fast shutdown; resolves when the server is gone. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  dataDir: string
  /** A fixed port instead of the last one or a free one. */
  port?: number
  /** PostgreSQL settings over the usual ones. */
  settings?: Record<string, string>
  log?: (line: string) => void
}

/** Where root keeps what the user `postgres` must reach when the data folder or the project lies behind a closed door. */
const shelter = '/var/lib/portico'

const usualSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  max_connections: '200',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/**
 * A real PostgreSQL 18 that lives in the data folder and listens on loopback only. Makes the cluster, the roles and the database
 * `portico` on the first start; recovers from a killed start.
 * @throws EmbeddedError when another process holds the folder or PostgreSQL refuses
 */
export async function startEmbedded({
  dataDir,
  port,
  settings,
  log = () => {},
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = resolve(dataDir)
  const release = holdFolder(folder)
  try {
    const account = serverAccount()
    const record = readRecord(folder) ?? settle(folder, account, log)
    const cluster: Cluster = {
      folder: isAbsolute(record.cluster) ? record.cluster : join(folder, record.cluster),
      bin: await binariesFor(account, shelter, log),
      account,
    }
    if (!existsSync(cluster.folder)) await initialise(cluster, record.passwords.postgres)
    checkVersion(cluster.folder)
    give(cluster.folder, account)
    if ((await endOrphan(cluster.folder)) === 'stopped') log('A PostgreSQL left over from a killed start was stopped')
    record.port = port ?? (await freePort(record.port))
    writeRecord(folder, record)
    const wished = { ...usualSettings, ...settings, port: String(record.port) }
    const server = await keepRunning(() => launch(cluster, wished, logFileIn(folder)), log)
    await furnish(record).catch(async (error) => {
      await server.stop()
      throw error
    })
    return {
      ownerUrl: urlFor(record, 'portico_owner'),
      appUrl: urlFor(record, 'portico_app'),
      superuserUrl: urlFor(record, 'postgres', 'postgres'),
      stop: () => server.stop().finally(release),
    }
  } catch (error) {
    release()
    throw error
  }
}

/** Chooses the cluster's place once; where it lies is remembered in the data folder. */
function settle(folder: string, account: Account | undefined, log: (line: string) => void): ClusterRecord {
  const sheltered = !canReach(account, folder)
  const record = newRecord(sheltered ? join(shelter, randomBytes(4).toString('hex')) : 'postgres')
  if (sheltered) log(`The user "postgres" cannot reach ${folder}: the database is kept in ${record.cluster}`)
  writeRecord(folder, record)
  return record
}

function checkVersion(cluster: string): void {
  const written = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (written === '18') return
  throw new EmbeddedError(
    `The database in ${cluster} was written by PostgreSQL ${written}, this Portico brings PostgreSQL 18.\n` +
      'The data were not touched.\n' +
      `Back them up with the version of Portico that wrote them, then restore into an empty DATA_DIR.`,
  )
}

/** The server's log; the previous one is kept beside it once it has grown beyond 10 MB. */
function logFileIn(folder: string): string {
  const path = join(folder, 'postgres.log')
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(path, `${path}.1`)
  return path
}
