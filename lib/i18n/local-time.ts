import { z } from 'zod'

/** A moment as a `datetime-local` control has it, in the operator's time zone. */
export function localTime(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** The moment that such a control sends; null where it is empty. */
export const localMoment = z
  .union([z.literal(''), z.iso.datetime({ local: true, error: 'date' })], 'date')
  .default('')
  .transform((text) => (text ? new Date(text) : null))
