import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Cluster, environment, refusal } from './cluster.ts'

/** Recovery after a crash replays at most `max_wal_size`; what takes longer is not starting. */
const longestStart = 10 * 60_000
/** Backends of a server that was killed notice it and end; until then its memory is in use. */
const longestFarewell = 10_000

/**
 * Starts the server and waits until it answers. It runs in a process group of its own, so that Ctrl-C in the terminal reaches it
 * through its starter only, after the last request.
 * @param settings PostgreSQL settings by name
 * @param logFile what the server writes; kept after it has ended
 */
export async function launch(
  cluster: Cluster,
  settings: Record<string, string>,
  logFile: string,
): Promise<ChildProcess> {
  const begun = Date.now()
  for (;;) {
    const { child, told } = await attempt(cluster, settings, logFile)
    if (child) return child
    if (!told.includes('pre-existing shared memory block') || Date.now() - begun > longestFarewell) {
      throw refusal('PostgreSQL ended while starting', told, logFile)
    }
    await pause(200)
  }
}

async function attempt(cluster: Cluster, settings: Record<string, string>, logFile: string) {
  const log = await open(logFile, 'a', 0o600)
  const { size: written } = await log.stat()
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(cluster.bin, 'postgres'), ['-D', cluster.folder, ...options], {
    ...cluster.account,
    cwd: cluster.folder,
    env: environment,
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  })
  await once(child, 'spawn').finally(() => log.close())
  const statusFile = join(cluster.folder, 'postmaster.pid')
  for (const end = Date.now() + longestStart; isRunning(child); await pause(20)) {
    if (isReady(statusFile, child.pid)) return { child, told: '' }
    if (Date.now() > end) await shutDown(child)
  }
  return { child: undefined, told: (await readFile(logFile, 'utf8')).slice(written) }
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null

/** The server writes its state into the eighth line of its own lock file. */
function isReady(statusFile: string, pid: number | undefined): boolean {
  if (!existsSync(statusFile)) return false
  const lines = readFileSync(statusFile, 'utf8').split('\n')
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready'
}

/** Fast shutdown: running transactions are rolled back, everything acknowledged is on disk when this resolves. */
export async function shutDown(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
}
