import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { holdFolder } from '#lib/db/embedded/hold.ts'
import { step } from '../prepare/progress.mjs'
import type { SignIn } from '../seed/demo/sign-ins.ts'
import { type Database, openDatabase } from './database.ts'
import { signInsOfDemo } from './demo.ts'
import { type FirstAdministrator, firstAdministrator } from './first-administrator.ts'
import { bringUpToDate } from './migrations.ts'
import type { Environment, Options } from './options.ts'
import { checkPort } from './port.ts'
import { readSecrets } from './secrets.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

export type Prepared = {
  env: Environment
  signIns: SignIn[]
  /** Of an installation that nobody has signed in to yet. */
  administrator: FirstAdministrator | undefined
  close(): Promise<void>
}

/** Everything that a production and a development server need before they serve. `close` stops the database and frees the folder. */
export async function prepare(options: Options, stop: AbortSignal): Promise<Prepared> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o711 })
  const release = holdFolder(options.dataDir)
  let database: Database | undefined
  const close = async () => {
    await database?.stop()
    release()
  }
  try {
    await checkPort(options.port, options.host)
    const secrets = readSecrets(options.dataDir, process.env)
    const name = options.database ? 'Checking the database' : 'Starting PostgreSQL'
    const opened = await step(name, () => openDatabase(options))
    database = opened
    stop.throwIfAborted()
    await bringUpToDate(opened)
    const signIns = await signInsOfDemo(options, opened)
    const administrator = opened.ownerUrl ? await firstAdministrator(opened.ownerUrl, secrets) : undefined
    stop.throwIfAborted()
    return { env: serverEnvironment(options, opened, secrets), signIns, administrator, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The owner's address is not for the server: what it does not have it cannot leak. */
function serverEnvironment(options: Options, database: Database, secrets: Record<string, string>): Environment {
  const { DATABASE_OWNER_URL: _, ...inherited } = process.env
  return {
    ...inherited,
    ...secrets,
    PORT: String(options.port),
    PUBLIC_URL: options.publicUrl,
    DATA_DIR: options.dataDir,
    DATABASE_URL: database.appUrl,
    NEXT_TELEMETRY_DISABLED: '1',
  }
}
