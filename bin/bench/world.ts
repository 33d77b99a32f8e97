import { mkdirSync } from 'node:fs'
import postgres from 'postgres'
import { type EmbeddedDatabase, startEmbedded } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { Failure } from '../prepare/failure.mjs'
import { bulkSeed } from '../seed/bulk/bulk-seed.ts'
import { demoCredential } from '../seed/demo/password.ts'
import { readSecrets } from '../start/secrets.ts'

export type World = EmbeddedDatabase & { secrets: Record<string, string> }

/** The database of the bench, filled with so many tickets on the first run and found again on the next. */
export async function openWorld(dataDir: string, tickets: number, log: (line: string) => void): Promise<World> {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const secrets = readSecrets(dataDir, {})
  const database = await startEmbedded({ dataDir, log, settings: { max_wal_size: '4GB', checkpoint_timeout: '30min' } })
  try {
    await migrate(database.ownerUrl).catch((cause) => {
      throw new Failure(
        `The database of the bench (${dataDir}) does not fit the migrations of today.`,
        'It was left as it is.',
        'Delete the folder and start again; it is filled anew.',
        { cause },
      )
    })
    const held = await countTickets(database.ownerUrl)
    if (held === 0) {
      const credential = await demoCredential({ DATABASE_URL: database.ownerUrl, ...process.env, ...secrets })
      await bulkSeed({ ownerUrl: database.ownerUrl, tickets, seed: 1, credential, log })
    } else if (held < tickets) {
      throw new Failure(
        `The database of the bench (${dataDir}) holds ${held} tickets of an interrupted or other run.`,
        'It was left as it is.',
        'Delete the folder and start again; it is filled anew.',
      )
    }
    return { ...database, secrets }
  } catch (error) {
    await database.stop()
    throw error
  }
}

async function countTickets(ownerUrl: string): Promise<number> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const [row] = await sql`select count(*)::int as count from tickets`
  await sql.end()
  return Number(row?.count ?? 0)
}
