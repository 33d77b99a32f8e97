import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

/** A throw-away PostgreSQL whose database `portico` is migrated and serves as the template of every test's own. Plain data. */
export type TestCluster = { superuserUrl: string; ownerUrl: string; appUrl: string }

export type TestDatabase = {
  ownerUrl: string
  appUrl: string
  superuserUrl: string
  drop(): Promise<void>
}

/** Starts the cluster in a temporary folder, without waiting for the disk; about a second. `stop` removes it. */
export async function startTestDatabase(): Promise<TestCluster & { stop(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-test-'))
  chmodSync(dataDir, 0o711)
  const { stop, ...urls } = await startEmbedded({
    dataDir,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', shared_buffers: '128MB' },
  })
  const remove = () => stop().finally(() => rmSync(dataDir, { recursive: true, force: true }))
  try {
    await migrate(urls.ownerUrl)
  } catch (error) {
    await remove()
    throw error
  }
  return { ...urls, stop: remove }
}

/** A database of the test file's own, cloned from the migrated one; some tens of milliseconds. */
export async function createTestDatabase(cluster: TestCluster): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = postgres(cluster.superuserUrl, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${name} template portico owner portico_owner`)
  await admin.unsafe(`grant connect on database ${name} to portico_app`)
  const urlOf = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  return {
    ownerUrl: urlOf(cluster.ownerUrl),
    appUrl: urlOf(cluster.appUrl),
    superuserUrl: urlOf(cluster.superuserUrl),
    async drop() {
      await admin.unsafe(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}
