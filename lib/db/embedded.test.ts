import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { expect, onTestFinished, test } from 'vitest'
import { isGone } from './embedded/processes.ts'
import { readRecord } from './embedded/record.ts'
import { startEmbedded } from './embedded.ts'

const quick = { shared_buffers: '16MB' }

function temporaryFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'portico-embedded-'))
  chmodSync(folder, mode)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function ask(url: string, query: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.unsafe(query)
  } finally {
    await sql.end()
  }
}

/** Kills the server as `kill -9` or the kernel would, and waits until its process is gone. */
async function killServer(cluster: string): Promise<void> {
  const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(pid, 'SIGKILL')
  await isGone(pid, 5_000)
}

test('a second start finds the data of the first, under the same address', async () => {
  const dataDir = temporaryFolder()
  const first = await startEmbedded({ dataDir, settings: quick })
  await ask(first.ownerUrl, 'create table kept as select 7 as value')
  await first.stop()
  const second = await startEmbedded({ dataDir, settings: quick })
  onTestFinished(() => second.stop())
  expect(second.ownerUrl).toBe(first.ownerUrl)
  expect(await ask(second.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }])
})

test('listens on loopback only, refuses a wrong password, keeps its passwords to itself', async () => {
  const dataDir = temporaryFolder()
  const database = await startEmbedded({ dataDir, settings: quick })
  onTestFinished(() => database.stop())
  const wrong = Object.assign(new URL(database.appUrl), { password: 'wrong' }).href
  await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  expect(await ask(database.superuserUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(statSync(join(dataDir, 'database.json')).mode & 0o777).toBe(0o600)
})

test('after kill -9 of the server it comes back by itself, with everything acknowledged', async () => {
  const dataDir = temporaryFolder()
  const told: string[] = []
  const database = await startEmbedded({ dataDir, settings: quick, log: (line) => told.push(line) })
  onTestFinished(() => database.stop())
  await ask(database.ownerUrl, 'create table kept as select 7 as value')
  const busy = postgres(database.appUrl, { max: 1, onnotice: () => {} })
  const lost = busy`select pg_sleep(30)`.catch((error: Error) => error)
  await killServer(join(dataDir, 'postgres'))
  await expect
    .poll(() => ask(database.ownerUrl, 'select value from kept').catch(() => 'away'), { timeout: 20_000 })
    .toEqual([{ value: 7 }])
  expect(told).toEqual(['PostgreSQL ended unasked (SIGKILL) and is started again'])
  expect(await lost).toBeInstanceOf(Error)
  await busy.end()
})

test('a lock file whose process id now belongs to another process does not stop a start', async () => {
  const dataDir = temporaryFolder()
  const first = await startEmbedded({ dataDir, settings: quick })
  const lock = join(dataDir, 'postgres', 'postmaster.pid')
  const lines = readFileSync(lock, 'utf8').split('\n').slice(1)
  await first.stop()
  writeFileSync(lock, [process.pid, ...lines].join('\n'))
  const second = await startEmbedded({ dataDir, settings: quick })
  await second.stop()
})

test('a folder held by a living process is refused with a message that names both', async () => {
  const dataDir = temporaryFolder()
  const birth = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19]
  writeFileSync(join(dataDir, 'holder.json'), JSON.stringify({ pid: process.ppid, birth }))
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    `already running on the data folder ${dataDir} (process ${process.ppid})`,
  )
})

test('data of another PostgreSQL version are left alone', async () => {
  const dataDir = temporaryFolder()
  const first = await startEmbedded({ dataDir, settings: quick })
  await first.stop()
  const versionFile = join(dataDir, 'postgres', 'PG_VERSION')
  writeFileSync(versionFile, '17\n')
  await expect(startEmbedded({ dataDir })).rejects.toThrow('was written by PostgreSQL 17')
  expect(readFileSync(versionFile, 'utf8')).toBe('17\n')
})

test.runIf(process.getuid?.() === 0)(
  'as root, behind a closed door, the cluster finds shelter and says where',
  async () => {
    const closed = temporaryFolder(0o700)
    const dataDir = join(closed, 'data')
    mkdirSync(dataDir)
    const told: string[] = []
    const database = await startEmbedded({ dataDir, settings: quick, log: (line) => told.push(line) })
    const cluster = readRecord(dataDir)?.cluster ?? ''
    onTestFinished(() => rmSync(cluster, { recursive: true, force: true }))
    await ask(database.ownerUrl, 'create table kept as select 7 as value')
    await database.stop()
    expect(dirname(cluster)).toBe('/var/lib/portico')
    expect(told.join('\n')).toContain(`cannot reach ${dataDir}: the database is kept in ${cluster}`)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
    const again = await startEmbedded({ dataDir, settings: quick })
    onTestFinished(() => again.stop())
    expect(await ask(again.ownerUrl, 'select value from kept')).toEqual([{ value: 7 }])
  },
)
