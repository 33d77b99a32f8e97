import { AppError } from '../errors.ts'

/** Words a unique index's refusal as a problem of the field that it guards. @throws AppError `invalid` */
export const orTaken = <T>(field: string, writing: Promise<T>) => worded('23505', { [field]: 'taken' }, writing)

/** Words a reference to a row that is gone as a problem of the field that names it. @throws AppError `invalid` */
export const orUnknown = <T>(field: string, writing: Promise<T>) => worded('23503', { [field]: 'unknown' }, writing)

async function worded<T>(state: string, fields: Record<string, string>, writing: Promise<T>): Promise<T> {
  try {
    return await writing
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error
    if (cause instanceof Error && 'code' in cause && cause.code === state)
      throw new AppError('invalid', { fields, cause })
    throw error
  }
}
