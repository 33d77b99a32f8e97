import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import postgres from 'postgres'
import { fileAt } from '#lib/attachments/store.ts'
import type { Attached } from '../attach.ts'
import type { Result } from './result.ts'

const SAMPLE = 200

/** Reads a random sample of the stored files and compares each with the sum that was taken when it was stored. */
export async function filesCheck({ ownerUrl }: Pick<Attached, 'ownerUrl'>): Promise<Omit<Result, 'name'>> {
  if (!ownerUrl) return { state: 'skipped', text: 'Set DATABASE_OWNER_URL to have files compared with their sums.' }
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    const rows = await sql<{ id: string; key: string; sha256: string }[]>`
      select id, storage_key as key, sha256 from attachments where id >= gen_random_uuid() order by id limit ${SAMPLE}`
    const wrong: string[] = []
    for (const { id, key, sha256 } of rows) if ((await sumOf(fileAt(key))) !== sha256) wrong.push(id)
    if (wrong.length === 0) return { state: 'good', text: `${rows.length} looked at, every one as it was stored.` }
    const named = wrong.slice(0, 5).join(', ')
    return {
      state: 'broken',
      text: `${wrong.length} of ${rows.length} are missing or not as they were stored: ${named}. Restore them from a backup.`,
    }
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function sumOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}
