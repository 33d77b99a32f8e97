import { notFound } from '#lib/errors.ts'

/** The number in an address. @throws AppError `not_found` for what is none */
export function idIn(text: string | string[] | undefined): number {
  if (!/^\d{1,15}$/.test(String(text))) throw notFound()
  return Number(text)
}
