/** What a contact may choose not to receive; the words stand in the namespace `notifications`. */
export const CHOICES = ['answer', 'status', 'participant', 'share', 'sign-in'] as const
export type Choice = (typeof CHOICES)[number]

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

/**
 * Every mail that there is: the values that its text may name, whether a ticket or a secret link belongs to it, and by which choice
 * a contact does without it.
 */
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
  'ticket-answered': { values: [...ticket, 'entry.body'], about: 'ticket', choice: 'answer' },
  'ticket-status': { values: ticket, about: 'ticket', choice: 'status' },
  'ticket-participant': { values: ticket, about: 'ticket', choice: 'participant' },
  'ticket-shared': { values: [...ticket, 'until'], about: 'ticket', choice: 'share' },
} as const satisfies Record<string, MailKind>

type MailKind = { values: readonly string[]; about: 'link' | 'account' | 'registration' | 'ticket'; choice?: Choice }
export type MailKey = keyof typeof MAILS

export const MAIL_KEYS = Object.keys(MAILS).filter(isMailKey)

export function isMailKey(key: unknown): key is MailKey {
  return typeof key === 'string' && Object.hasOwn(MAILS, key)
}

export function kindOf(key: MailKey): MailKind {
  return MAILS[key]
}
