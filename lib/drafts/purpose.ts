import { AppError } from '../errors.ts'

/** What a draft is for: a customer's comment or an engineer's entry on a ticket, or a new ticket in a queue, one's own or opened for a customer. */
export type Purpose =
  | { kind: 'comment'; number: number }
  | { kind: 'answer'; number: number }
  | { kind: 'create'; queue: string }
  | { kind: 'open'; queue: string }

export function purposeText(purpose: Purpose): string {
  return `${purpose.kind}:${'queue' in purpose ? purpose.queue : purpose.number}`
}

/** @throws AppError `not_found` for anything that is no purpose */
export function parsePurpose(kind: string | undefined, subject: string | undefined): Purpose {
  if ((kind === 'create' || kind === 'open') && subject && subject.length <= 100) return { kind, queue: subject }
  if ((kind === 'comment' || kind === 'answer') && /^\d{1,15}$/.test(subject ?? ''))
    return { kind, number: Number(subject) }
  throw new AppError('not_found')
}
