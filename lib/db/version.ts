import { createHash } from 'node:crypto'
import { AppError } from '../errors.ts'

/** A short mark of what a record holds; a form carries it, so that nobody overwrites what the form has not shown. */
export function versionOf(record: object): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('base64url').slice(0, 22)
}

/** @throws AppError `conflict` where the record is no longer what the form showed */
export function requireVersion(record: object, shown: string | undefined): void {
  if (shown !== undefined && shown !== versionOf(record)) throw new AppError('conflict')
}
