import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, isGone } from './processes.ts'

/**
 * Ends a server that outlived its starter (kill -9), and removes a lock file whose process id now belongs to something else.
 * The lock of a dead server stays: PostgreSQL clears it itself, after it has made sure that no backend is left.
 * Call it only while holding the data folder.
 */
export async function endOrphan(cluster: string): Promise<'none' | 'stopped'> {
  const lock = join(cluster, 'postmaster.pid')
  if (!existsSync(lock)) return 'none'
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return 'none'
  if (!servesCluster(pid, cluster)) {
    rmSync(lock)
    return 'none'
  }
  process.kill(pid, 'SIGINT')
  if (!(await isGone(pid, 30_000))) process.kill(pid, 'SIGQUIT')
  await isGone(pid, 10_000)
  return 'stopped'
}

function servesCluster(pid: number, cluster: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster)
  } catch {
    // Where the system does not tell, the lock file is believed: it names the cluster it lies in.
    return !existsSync('/proc/self/cmdline')
  }
}
