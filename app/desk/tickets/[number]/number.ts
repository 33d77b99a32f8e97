import { notFound } from '#lib/errors.ts'
import type { PageRequest } from '#lib/http/page.ts'

/** The ticket's number in the address. @throws AppError `not_found` for what cannot be one */
export function ticketNumber({ number }: PageRequest['params']): number {
  const found = numberIn(number)
  if (found === undefined) throw notFound()
  return found
}

export function numberIn(text: string | string[] | undefined): number | undefined {
  return /^\d{1,15}$/.test(String(text)) ? Number(text) : undefined
}
