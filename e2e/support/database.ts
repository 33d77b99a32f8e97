import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { z } from 'zod'
import { readRecord, urlFor } from '#lib/db/embedded/record.ts'

/** The data folder of the tests' server; asked late, for it starts after the test files were read for the first time. */
export const dataDir = () => process.env.E2E_DATA_DIR ?? ''

/** The owner's connection to its database, or that of a server with this data folder, past every policy. */
export function ownersConnection(folder = dataDir()): Sql {
  const record = readRecord(folder)
  if (!record) throw new Error('the server that `npm test` starts has no database of its own')
  return postgres(urlFor(record, 'portico_owner'), { max: 1, onnotice: () => {} })
}

/** A text as the server keeps it encrypted, by the application's own way and the server's key. */
export async function sealed(purpose: string, text: string): Promise<string> {
  const secrets = z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync(join(dataDir(), 'secrets.json'), 'utf8')))
  Object.assign(process.env, secrets, { DATABASE_URL: 'postgres://nowhere.example/none' })
  const { seal } = await import('#lib/auth/seal.ts')
  return seal(purpose, text)
}
