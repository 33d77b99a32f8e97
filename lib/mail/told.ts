import 'server-only'
import { createTranslator } from 'use-intl/core'
import { formatsFor } from '../i18n/formats.ts'
import type { Locale } from '../i18n/locales.ts'
import { messagesFor } from '../i18n/messages.ts'
import { issueLink } from '../links/commands/issue.ts'
import { paths } from '../paths.ts'
import { settings } from '../settings/queries.ts'
import type { Theme } from '../themes/types.ts'
import { absolute } from './addresses.ts'
import { deviceName } from './device-name.ts'
import { type DigestItem, digest } from './digest.ts'
import { kindOf } from './kinds.ts'
import type { Values } from './liquid.ts'
import type { Facts, SeenNews } from './queries/facts.ts'
import type { QueuedMail } from './queued.ts'

/** What stands in a mail: its values, and the news of a digest as HTML. */
export type Told = { values: Values; news?: string }
type Writing = { locale: Locale; theme: Theme; link: 'issued' | 'hidden' }

/** The values for a mail's text. Null where it waited longer than its link would have been valid. */
export async function toldIn(mail: QueuedMail, facts: Facts, writing: Writing): Promise<Told | null> {
  const { viewer, host, login, news, timeZone } = facts
  const { locale, theme } = writing
  const person = { 'contact.name': viewer.name, 'site.name': theme.name, 'account.login': login }
  const { about } = kindOf(mail.template)
  if (about === 'digest') return digestOf(facts, writing)
  if (about === 'link') {
    const secret = await secretLink(mail, host, writing.link)
    return secret && { values: { ...person, ...secret } }
  }
  const [only] = news
  if (about === 'ticket' && only) return { values: { ...person, ...ticketValues(only, facts, writing) } }
  const at = formatsFor(locale, timeZone ?? undefined).full(mail.createdAt)
  const device = deviceName(textIn(mail.payload.device)) ?? '–'
  return {
    values: { ...person, at, device, link: absolute(viewer.kind === 'contact' ? paths.account() : paths.desk(), host) },
  }
}

function ticketValues(one: SeenNews, { viewer, host, timeZone }: Facts, { locale, theme }: Writing): Values {
  const { ticket, entry, payload } = one
  if (!ticket) return {}
  const until = textIn(payload.until)
  return {
    'ticket.number': String(ticket.number),
    'ticket.subject': ticket.subject,
    'ticket.queue': ticket.queue,
    'ticket.status': ticket.status,
    'author.name': authorOf(one, theme),
    'entry.body': entry?.body ?? '',
    until: until && formatsFor(locale, timeZone ?? undefined).date(new Date(until)),
    link: linkTo(viewer.kind, ticket.number, host),
  }
}

function digestOf({ viewer, host, news, timeZone }: Facts, { locale, theme }: Writing): Told {
  const t = createTranslator({ locale, messages: messagesFor(locale, theme.texts(locale)), namespace: 'mail' })
  const items = news.flatMap((one): DigestItem[] => {
    const { told, values } = kindOf(one.template)
    if (!one.ticket || !told) return []
    const lead = t(`news.${told}`, { author: authorOf(one, theme), status: one.ticket.status })
    const body = values.includes('entry.body') ? (one.entry?.body ?? '') : ''
    return [{ ticket: one.ticket, link: linkTo(viewer.kind, one.ticket.number, host), lead, body, at: one.createdAt }]
  })
  const { text, html } = digest(items, formatsFor(locale, timeZone ?? undefined))
  return {
    values: {
      'contact.name': viewer.name,
      'site.name': theme.name,
      count: String(items.length),
      news: text,
      link: absolute(viewer.kind === 'contact' ? paths.tickets() : paths.desk(), host),
    },
    news: html,
  }
}

async function secretLink(mail: QueuedMail, host: string | null, link: 'issued' | 'hidden'): Promise<Values | null> {
  const limits = await settings('password.reset_minutes', 'invitation.hours')
  const isReset = mail.template === 'track-password-reset-template'
  const minutes = isReset ? limits['password.reset_minutes'] : limits['invitation.hours'] * 60
  if (link === 'issued' && mail.createdAt.getTime() + minutes * 60_000 < Date.now()) return null
  const token = link === 'hidden' ? '…' : await issueLink(isReset ? 'reset' : 'invitation', mail, minutes)
  const path = isReset ? paths.resetPassword(token) : paths.invitation(token)
  return { link: absolute(path, host), minutes: String(minutes), hours: String(limits['invitation.hours']) }
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : '')

const authorOf = ({ entry, payload }: SeenNews, theme: Theme) => entry?.author ?? (textIn(payload.by) || theme.name)

const linkTo = (kind: 'contact' | 'engineer', number: number, host: string | null) =>
  absolute(kind === 'contact' ? paths.ticket(number) : paths.deskTicket(number), host)
