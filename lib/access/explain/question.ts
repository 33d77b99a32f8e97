/** A contact or an engineer, by its number. */
export type Person = { kind: 'contact' | 'engineer'; id: number }
/** An entry or an attachment of the ticket, by its number. */
export type Item = { kind: 'entry' | 'attachment'; id: string }

export type Question = { person: Person; ticket: number; item?: Item | undefined }

/** `contact-12`, `engineer-3`: how an address names somebody. */
export function personOf(text: string | undefined): Person | undefined {
  const [, kind, id] = /^(contact|engineer)-(\d{1,15})$/.exec(text ?? '') ?? []
  return id ? { kind: kind === 'contact' ? 'contact' : 'engineer', id: Number(id) } : undefined
}

export const personKey = ({ kind, id }: Person) => `${kind}-${id}`

/** A ticket's number as somebody types it. */
export function ticketOf(text: string | undefined): number | undefined {
  const digits = /^#?(\d{1,15})$/.exec(text?.trim() ?? '')?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** `entry-7` or `attachment-…` with its UUID. */
export function itemOf(text: string | undefined): Item | undefined {
  const entry = /^entry-(\d{1,15})$/.exec(text ?? '')?.[1]
  if (entry) return { kind: 'entry', id: entry }
  const attachment = /^attachment-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(text ?? '')?.[1]
  return attachment ? { kind: 'attachment', id: attachment } : undefined
}

export const itemKey = ({ kind, id }: Item) => `${kind}-${id}`
