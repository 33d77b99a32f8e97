import { opendir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileAt } from '../attachments/store.ts'
import { filesInUse } from './queries.ts'

const DAY = 24 * 60 * 60 * 1000
const PIECE = 500
/** So many are removed at a time at most. */
const MOST = 10_000
const STORED = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Removes files of the store that belong to nothing: their draft is gone, or the upload broke off. A file is left alone for
 * a day, for its row is written after it.
 */
export async function removeOrphans(now: Date): Promise<number> {
  let removed = 0
  let piece: { id: string; path: string }[] = []
  const settle = async () => {
    const used = await filesInUse(piece.map(({ id }) => id))
    const orphans = piece.filter(({ id }) => !used.has(id))
    for (const { path } of orphans) await rm(path, { force: true })
    removed += orphans.length
    piece = []
  }
  for await (const file of storedFiles()) {
    if (removed >= MOST) break
    if (now.getTime() - (await ageOf(file.path)) < DAY) continue
    if (piece.push(file) >= PIECE) await settle()
  }
  await settle()
  return removed
}

async function* storedFiles(): AsyncGenerator<{ id: string; path: string }> {
  const root = fileAt('')
  for await (const folder of entriesOf(root)) {
    if (!folder.isDirectory()) continue
    for await (const entry of entriesOf(join(root, folder.name))) {
      // Only what the store itself has named.
      if (entry.isFile() && STORED.test(entry.name)) yield { id: entry.name, path: join(root, folder.name, entry.name) }
    }
  }
}

async function* entriesOf(path: string) {
  const folder = await opendir(path).catch(() => undefined)
  if (folder) yield* folder
}

/** When it was written last, in milliseconds; one that is gone meanwhile counts as new. */
async function ageOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  )
}
