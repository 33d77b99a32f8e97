import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '../env.ts'
import { AppError } from '../errors.ts'

export type StoredFile = { id: string; storageKey: string; bytes: number; sha256: string }

/**
 * Writes a stream to disk so that it is either whole and durable or not there: temporary file, fsync, rename, fsync of the
 * folder. Memory stays bounded by one chunk. The caller writes the row afterwards.
 * @throws AppError `too_large` beyond `maxBytes`, `storage_full` when the disk is full; both leave nothing behind
 */
export async function store(content: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredFile> {
  const id = randomUUID()
  const temporary = fileAt(`incoming/${id}`)
  try {
    const { bytes, sha256 } = await write(temporary, content, maxBytes)
    const storageKey = `${sha256.slice(0, 2)}/${id}`
    const final = fileAt(storageKey)
    const made = await mkdir(dirname(final), { recursive: true })
    if (made) await syncFolder(dirname(made))
    await rename(temporary, final)
    await syncFolder(dirname(final))
    return { id, storageKey, bytes, sha256 }
  } catch (error) {
    await rm(temporary, { force: true })
    if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) {
      throw new AppError('storage_full', { cause: error })
    }
    throw error
  }
}

/** Where the content of a storage key lies. */
export function fileAt(storageKey: string): string {
  return join(env.dataDir, 'files', storageKey)
}

export async function removeStored(storageKey: string): Promise<void> {
  await rm(fileAt(storageKey), { force: true })
}

async function write(path: string, content: AsyncIterable<Uint8Array>, maxBytes: number) {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of content) {
      bytes += chunk.length
      if (bytes > maxBytes) throw new AppError('too_large', { detail: { limit: maxBytes } })
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
    if ((await file.stat()).size !== bytes) throw new AppError('storage_full')
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
