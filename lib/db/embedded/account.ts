import { spawnSync } from 'node:child_process'
import { readFileSync, type Stats, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { EmbeddedError } from './error.ts'

/** The operating-system account that PostgreSQL runs as. */
export type Account = { uid: number; gid: number }

/** PostgreSQL refuses to run as root, so root lends it the account `postgres`, made where it is missing; others need none. */
export function serverAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (!accountNamed('postgres')) makeAccount()
  const found = accountNamed('postgres')
  if (found) return found
  throw new EmbeddedError(
    'PostgreSQL does not run as root, and the user "postgres" could not be made.\n' +
      'Nothing was changed.\n' +
      'Make it (useradd --system postgres), start as an ordinary user, or set DATABASE_URL.',
  )
}

function accountNamed(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8').match(new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm'))
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : undefined
}

function makeAccount(): void {
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/false',
    'postgres',
  ])
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'postgres'])
}

/** True when the account may pass through every folder above `path`, as far as they exist, and through `path` itself. */
export function canReach(account: Account | undefined, path: string): boolean {
  if (!account) return true
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const stats = statSync(folder, { throwIfNoEntry: false })
    if (stats && !maySearch(account, stats)) return false
    if (folder === dirname(folder)) return true
  }
}

function maySearch({ uid, gid }: Account, { mode, uid: owner, gid: group }: Stats): boolean {
  if (owner === uid) return (mode & 0o100) !== 0
  if (group === gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
