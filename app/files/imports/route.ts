import { type Received, receive } from '#lib/attachments/multipart.ts'
import { removeStored } from '#lib/attachments/store.ts'
import { AppError } from '#lib/errors.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { seeOther } from '#lib/http/see-other.ts'
import { beginImport } from '#lib/import/commands.ts'
import { MOST_BYTES } from '#lib/import/import.ts'
import { newImport } from '#lib/import/input.ts'
import { paths } from '#lib/paths.ts'

/** Takes the file of an import as it streams in, which a server action cannot, and leads to its columns. */
export const POST = defineRoute(async (viewer, request) => {
  if (viewer.kind !== 'engineer') throw new AppError('forbidden')
  // Nobody who may import nowhere gets a byte onto the disk.
  if (viewer.write_groups.length === 0) throw new AppError('forbidden')
  const received = await bodyOf(request)
  if ('problem' in received) return again(received.problem)
  const [file, ...others] = received.files
  await Promise.all(others.map(({ storageKey }) => removeStored(storageKey)))
  const [refused] = received.refused
  if (refused) return again(refused.code === 'too_large' ? 'tooLarge' : 'storageFull')
  const wished = newImport.safeParse(received.values)
  if (!file) return again('missing')
  if (!wished.success) {
    await removeStored(file.storageKey)
    return again('missing')
  }
  const id = await beginImport(viewer, wished.data, file)
  return seeOther(paths.deskPart('import', id, { done: 'uploaded' }))
})

async function bodyOf(request: Request): Promise<Received | { problem: string }> {
  try {
    return await receive(request, { bytes: MOST_BYTES, files: 1 })
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return { problem: 'invalid' }
    throw error
  }
}

function again(problem: string): Response {
  return seeOther(paths.deskPart('import', { problem }))
}
