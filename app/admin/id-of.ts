import { notFound } from '#lib/errors.ts'

/** The number in an address. @throws AppError `not_found` for anything else */
export function idOf(text: string | string[] | undefined): number {
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw notFound()
  return Number(text)
}
