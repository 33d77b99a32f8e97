/** What a contact may choose not to receive; the words stand in the namespace `notifications`. */
export const CHOICES = ['answer', 'status', 'participant', 'share', 'sign-in'] as const
/** The same for an engineer. */
export const DESK_CHOICES = ['assigned', 'mentioned', 'customer', 'sign-in'] as const
export type ContactChoice = (typeof CHOICES)[number]
export type DeskChoice = (typeof DESK_CHOICES)[number]
export type Choice = ContactChoice | DeskChoice

const person = ['contact.name', 'site.name'] as const
const account = [...person, 'account.login'] as const
const ticket = [
  ...person,
  'ticket.number',
  'ticket.subject',
  'ticket.queue',
  'ticket.status',
  'author.name',
  'link',
] as const
const written = [...ticket, 'entry.body'] as const

/** Every mail that there is. */
export const MAILS = {
  'track-password-reset-template': { values: [...account, 'link', 'minutes'], about: 'link' },
  'portal-invitation': { values: [...account, 'link', 'hours'], about: 'link' },
  'password-kept-elsewhere': { values: account, about: 'account' },
  'password-changed': { values: [...account, 'at'], about: 'account' },
  'second-factor-added': { values: [...account, 'at'], about: 'account' },
  'second-factor-removed': { values: [...account, 'at'], about: 'account' },
  'new-sign-in': { values: [...account, 'at', 'device', 'link'], about: 'account', choice: 'sign-in' },
  'account-locked': { values: [...account, 'at', 'link'], about: 'account' },
  'registration-confirm': { values: [...person, 'link', 'hours'], about: 'registration' },
  'registration-elsewhere': { values: person, about: 'registration' },
  'registration-refused': { values: [...person, 'reason'], about: 'registration' },
  'registration-known': { values: [...account, 'link'], about: 'account' },
  'registration-approved': { values: [...account, 'link'], about: 'account' },
  'ticket-answered': { values: written, about: 'ticket', choice: 'answer', told: 'answered' },
  'ticket-status': { values: ticket, about: 'ticket', choice: 'status', told: 'status' },
  'ticket-participant': { values: ticket, about: 'ticket', choice: 'participant', told: 'participant' },
  'ticket-shared': { values: [...ticket, 'until'], about: 'ticket', choice: 'share', told: 'shared' },
  'desk-answered': { values: written, about: 'ticket', choice: 'customer', told: 'answered' },
  'desk-status': { values: ticket, about: 'ticket', choice: 'customer', told: 'status' },
  'desk-assigned': { values: ticket, about: 'ticket', choice: 'assigned', told: 'assigned' },
  'desk-mentioned': { values: written, about: 'ticket', choice: 'mentioned', told: 'mentioned' },
  'ticket-digest': { values: [...person, 'count', 'news', 'link'], about: 'digest' },
} as const satisfies Record<string, MailKind>

type MailKind = {
  /** What its text may name. */
  values: readonly string[]
  /** What belongs to it: a secret link, an account, a ticket, or the news of several. */
  about: 'link' | 'account' | 'registration' | 'ticket' | 'digest'
  /** By which choice somebody does without it. */
  choice?: Choice
  /** How a digest tells it, by a key of `mail.news`. */
  told?: 'answered' | 'status' | 'participant' | 'shared' | 'assigned' | 'mentioned'
}
export type MailKey = keyof typeof MAILS

export const MAIL_KEYS = Object.keys(MAILS).filter(isMailKey)

export function isMailKey(key: unknown): key is MailKey {
  return typeof key === 'string' && Object.hasOwn(MAILS, key)
}

export function kindOf(key: MailKey): MailKind {
  return MAILS[key]
}
