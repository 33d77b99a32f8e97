import { resolve } from 'node:path'
import postgres from 'postgres'
import { readRecord, urlFor } from '#lib/db/embedded/record.ts'
import { startEmbedded } from '#lib/db/embedded.ts'
import { readSecrets } from './start/secrets.ts'

export type Attached = { appUrl: string; ownerUrl: string | undefined; stop(): Promise<void> }

/**
 * The installation's database for a command: the one of DATABASE_URL, else the embedded one, which is started for the
 * command where nobody runs it. Sets the environment as the server has it.
 */
export async function attach(log: (line: string) => void = () => {}): Promise<Attached> {
  const dataDir = resolve(process.env.DATA_DIR?.trim() || '.data')
  const database = await databaseOf(dataDir, log)
  Object.assign(process.env, readSecrets(dataDir, process.env), { DATABASE_URL: database.appUrl, DATA_DIR: dataDir })
  return database
}

async function databaseOf(dataDir: string, log: (line: string) => void): Promise<Attached> {
  const given = process.env.DATABASE_URL?.trim()
  const stop = async () => {}
  if (given) return { appUrl: given, ownerUrl: process.env.DATABASE_OWNER_URL?.trim() || undefined, stop }
  const record = readRecord(dataDir)
  if (record && (await answers(urlFor(record, 'portico_app')))) {
    return { appUrl: urlFor(record, 'portico_app'), ownerUrl: urlFor(record, 'portico_owner'), stop }
  }
  return startEmbedded({ dataDir, log })
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  return sql`select 1`
    .then(
      () => true,
      () => false,
    )
    .finally(() => sql.end({ timeout: 1 }))
}
