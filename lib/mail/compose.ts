import 'server-only'
import { createTranslator } from 'use-intl/core'
import { formatsFor } from '../i18n/formats.ts'
import { defaultLocale, isLocale, type Locale } from '../i18n/locales.ts'
import { messagesFor } from '../i18n/messages.ts'
import { asSystem } from '../jobs/as.ts'
import { issueLink } from '../links/commands/issue.ts'
import { paths } from '../paths.ts'
import { settings } from '../settings/queries.ts'
import { chooseTheme } from '../themes/choose.ts'
import type { Theme } from '../themes/types.ts'
import { absolute } from './addresses.ts'
import { deviceName } from './device-name.ts'
import { exampleValues } from './examples.ts'
import { kindOf } from './kinds.ts'
import type { Values } from './liquid.ts'
import { type Facts, factsFor } from './queries/facts.ts'
import { textOf } from './queries/texts.ts'
import type { QueuedMail } from './queued.ts'
import { type Rendered, renderMail } from './render.ts'
import { composeForRegistrant } from './to-registrant.ts'

export type Composed =
  | (Rendered & { to: string; theme: Theme; unsubscribe: string | undefined })
  /** Why there is nothing to send: it is no fault. */
  | { skipped: 'noAccess' | 'invisible' | 'unwanted' | 'noAddress' | 'late' }

/**
 * A mail as its recipient gets it: in its language and theme, and with what it may see at this moment (V8).
 * @param link `issued` makes a secret link that works; `hidden` shows where it would stand
 * @throws TemplateProblem where the administrator's text cannot be filled in
 */
export async function compose(mail: QueuedMail, link: 'issued' | 'hidden' = 'issued'): Promise<Composed> {
  const { about, choice } = kindOf(mail.template)
  if (about === 'registration' && mail.payload.test !== 'yes') return composeForRegistrant(mail, link)
  const facts = await factsFor(mail)
  if (!facts) return { skipped: 'noAccess' }
  if (!facts.email) return { skipped: 'noAddress' }
  const isTest = mail.payload.test === 'yes'
  if (!isTest) {
    if (about === 'ticket' && (!facts.ticket || (mail.template === 'ticket-answered' && !facts.entry)))
      return { skipped: 'invisible' }
    if (choice && facts.muted.includes(choice)) return { skipped: 'unwanted' }
  }
  const wished = isTest ? mail.payload.locale : facts.viewer.locale
  const locale = isLocale(wished) ? wished : defaultLocale
  const theme = themeFor(facts)
  const values = isTest
    ? exampleValues(mail.template, locale, theme.name)
    : await valuesFor(mail, facts, locale, theme, link)
  if (!values) return { skipped: 'late' }
  const account = absolute(`${paths.account()}#mails`, facts.host)
  const t = createTranslator({ locale, messages: messagesFor(locale, theme.texts(locale)), namespace: 'mail' })
  const foot =
    about === 'ticket' ? t('foot.ticket', { site: theme.name, url: account }) : t('foot.account', { site: theme.name })
  const text = await asSystem((tx) => textOf(tx, mail.template, locale))
  const rendered = renderMail(text, values, { theme, locale, foot: isTest ? t('test') : foot })
  return { ...rendered, to: facts.email, theme, unsubscribe: about === 'ticket' ? account : undefined }
}

function themeFor({ viewer }: Facts): Theme {
  return chooseTheme(viewer.kind === 'contact' ? { company: viewer.company_theme, group: viewer.group_theme } : {})
}

/** Null where the mail waited longer than its link would have been valid. */
async function valuesFor(
  mail: QueuedMail,
  facts: Facts,
  locale: Locale,
  theme: Theme,
  link: 'issued' | 'hidden',
): Promise<Values | null> {
  const { viewer, ticket, entry, host, login } = facts
  const { full } = formatsFor(locale)
  const person = { 'contact.name': viewer.name, 'site.name': theme.name, 'account.login': login }
  if (kindOf(mail.template).about === 'link') {
    const secret = await secretLink(mail, host, link)
    return secret && { ...person, ...secret }
  }
  if (ticket) {
    const until = textIn(mail.payload.until)
    return {
      ...person,
      'ticket.number': String(ticket.number),
      'ticket.subject': ticket.subject,
      'ticket.queue': ticket.queue,
      'ticket.status': ticket.status,
      'author.name': entry?.author ?? (textIn(mail.payload.by) || theme.name),
      'entry.body': entry?.body ?? '',
      until: until && formatsFor(locale).date(new Date(until)),
      link: absolute(paths.ticket(ticket.number), host),
    }
  }
  return {
    ...person,
    at: full(mail.createdAt),
    device: deviceName(textIn(mail.payload.device)) ?? '–',
    link: absolute(viewer.kind === 'contact' ? paths.account() : paths.desk(), host),
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
