import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { EmbeddedError } from './error.ts'

/** Where a cluster lies, by whom it runs, and the programs that serve it. */
export type Cluster = { folder: string; bin: string; account: Account | undefined }

/** The program sees no environment but this: PGOPTIONS and the like of the operator's shell must not change the server. */
export const environment = { LC_MESSAGES: 'C', TZ: 'UTC' } as unknown as NodeJS.ProcessEnv

/**
 * Writes a new, empty cluster: UTF-8, ordered by code point (fast, and equal on every machine), passwords by SCRAM. It is written
 * beside its place and renamed, so that one cut short is never taken for a whole one.
 */
export async function initialise(cluster: Cluster, password: string): Promise<void> {
  const draft = `${cluster.folder}.new`
  const passwordFile = `${cluster.folder}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(dirname(draft), { recursive: true, mode: 0o711 })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of [draft, passwordFile]) give(path, cluster.account)
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  try {
    await run({ ...cluster, folder: draft }, 'initdb', [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ])
    renameSync(draft, cluster.folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
}

export function give(path: string, account: Account | undefined): void {
  if (account) chownSync(path, account.uid, account.gid)
}

async function run(cluster: Cluster, program: string, args: string[]): Promise<void> {
  const child = spawn(join(cluster.bin, program), args, {
    ...cluster.account,
    cwd: cluster.folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let told = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    told += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw refusal(`${program} ended with ${code}`, told)
}

/** @param told what the program said; its last lines are shown */
export function refusal(what: string, told: string, logFile?: string): EmbeddedError {
  const last = told.trim().split('\n').slice(-6).join('\n  ')
  const remedy = /No space left on device/.test(told)
    ? 'The disk is full: make room, or choose another folder with DATA_DIR.'
    : `What it said is above${logFile ? ` and in ${logFile}` : ''}.`
  return new EmbeddedError(`${what}:\n  ${last}\nThe data were not touched.\n${remedy}`)
}
