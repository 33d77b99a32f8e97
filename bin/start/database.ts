import postgres from 'postgres'
import { startEmbedded } from '#lib/db/embedded.ts'
import { Failure } from '../prepare/failure.mjs'
import { note } from '../prepare/progress.mjs'
import type { Options } from './options.ts'

export type Database = { appUrl: string; ownerUrl: string | undefined; embedded: boolean; stop(): Promise<void> }

/** The external database after a check, or the embedded one, started. */
export async function openDatabase({ database, dataDir }: Options): Promise<Database> {
  if (!database) return { ...(await startEmbedded({ dataDir, log: note })), embedded: true }
  await checkDatabase('DATABASE_URL', database.appUrl)
  if (database.ownerUrl) await checkDatabase('DATABASE_OWNER_URL', database.ownerUrl)
  return { ...database, embedded: false, stop: async () => {} }
}

async function checkDatabase(variable: string, url: string): Promise<void> {
  const sql = connect(variable, url)
  try {
    const [server] = await sql<[{ version: number; passes: boolean; role: string }]>`
      select current_setting('server_version_num')::int / 10000 as version, current_user as role,
        rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`
    if (server.version < 15) {
      throw refusal(
        variable,
        url,
        `is PostgreSQL ${server.version}.`,
        'Portico needs PostgreSQL 15 or newer: upgrade it.',
      )
    }
    if (variable === 'DATABASE_URL' && server.passes) {
      throw refusal(
        variable,
        url,
        `lets the role ${server.role} see every row, past the access rules.`,
        'Use a role without SUPERUSER and BYPASSRLS that owns nothing (docs/guides/operate.md).',
      )
    }
  } catch (error) {
    throw error instanceof Failure ? error : explain(error, variable, url)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function connect(variable: string, url: string) {
  try {
    return postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  } catch (cause) {
    const remedy = 'Write it as postgres://role:password@host:5432/database; encode special characters of the password.'
    throw new Failure(`${variable} is not a database address.`, 'Nothing was changed.', remedy, { cause })
  }
}

function explain(error: unknown, variable: string, url: string): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reason = error instanceof Error ? error.message : String(error)
  const reachable = 'Start it, or correct host and port.'
  const [what, remedy] = {
    '28P01': ['refuses the password.', `Correct the password in ${variable}.`],
    '28000': ['refuses the role.', `Correct the role in ${variable}, and let it in by pg_hba.conf.`],
    '3D000': ['has no such database.', 'Create it (docs/guides/operate.md), or correct its name.'],
    '53300': ['has no connection left.', 'Raise its max_connections, or stop what uses them up.'],
    ECONNREFUSED: ['does not answer: nothing listens there.', reachable],
    ENOTFOUND: ['does not answer: there is no such host.', reachable],
    EHOSTUNREACH: ['does not answer: the host is not reachable.', reachable],
    CONNECT_TIMEOUT: ['does not answer within 5 seconds.', reachable],
  }[code] ?? [`refuses: ${reason}`, `Correct ${variable}.`]
  return refusal(variable, url, what, remedy, error)
}

/** Names the server without its password. */
function refusal(variable: string, url: string, what: string | undefined, remedy = '', cause?: unknown): Failure {
  const { hostname, port, pathname } = new URL(url)
  const server = `The database of ${variable} (${hostname}:${port || 5432}${pathname})`
  return new Failure(`${server} ${what}`, 'Nothing was changed.', remedy, { cause })
}
