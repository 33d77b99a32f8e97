import 'server-only'
import { fileName } from '#lib/attachments/file-name.ts'
import type { FileLimits } from '#lib/attachments/limits.ts'
import { removeStored, type StoredFile, store } from '#lib/attachments/store.ts'
import { AppError } from '#lib/errors.ts'
import type { MailFile } from '../mail.ts'
import { eachFile } from '../read.ts'

export type KeptFile = StoredFile & { name: string; contentType: string }

/** Which of the files may hang on an entry: so many of them, and none larger than that. */
export function withinLimits(files: readonly MailFile[], limits: FileLimits): boolean[] {
  let taken = 0
  return files.map(({ bytes }) => bytes <= limits.bytes && ++taken <= limits.files)
}

/**
 * Copies the files of a raw mail into the store, one after the other, those beyond the limits left out. What the caller does not
 * use it removes. @throws AppError `storage_full`
 */
export async function keepFiles(path: string, files: readonly MailFile[], limits: FileLimits): Promise<KeptFile[]> {
  const wanted = withinLimits(files, limits)
  const kept: KeptFile[] = []
  let at = 0
  try {
    await eachFile(path, async ({ name, contentType }, content) => {
      if (!wanted[at++]) return
      const stored = await store(content, limits.bytes)
      kept.push({ ...stored, name: fileName(name), contentType })
    })
    return kept
  } catch (error) {
    await forget(kept)
    throw error instanceof AppError ? error : new AppError('unexpected', { cause: error })
  }
}

export async function forget(files: readonly StoredFile[]): Promise<void> {
  await Promise.all(files.map(({ storageKey }) => removeStored(storageKey)))
}
