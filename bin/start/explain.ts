import { EmbeddedError } from '#lib/db/embedded/error.ts'
import { Failure } from '../prepare/failure.mjs'

/** What the operator reads when a start fails: three sentences for what is foreseen, the stack only for what is not. */
export function explain(error: unknown): string {
  if (error instanceof Failure || error instanceof EmbeddedError) return error.message
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  const place = path ?? 'a file'
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return `The disk is full: ${place} could not be written.\nWhat was saved before is kept.\nMake room, or choose another folder with DATA_DIR.`
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${place} may not be read or written by this user.\nNothing was changed.\nStart as the user that owns it, or choose another folder with DATA_DIR.`
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return `${place} is in the way: a folder is needed there.\nNothing was changed.\nMove it away, or choose another folder with DATA_DIR.`
  }
  return error.stack ?? error.message
}
