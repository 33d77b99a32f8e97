import 'server-only'
import { defaultLocale, isLocale } from '../i18n/locales.ts'
import { asSystem } from '../jobs/as.ts'
import { settings } from '../settings/queries.ts'
import { chooseTheme } from '../themes/choose.ts'
import type { Theme } from '../themes/types.ts'
import { exampleValues } from './examples.ts'
import { footOf } from './foot.ts'
import { kindOf } from './kinds.ts'
import { collectedIn } from './queries/collected.ts'
import { type Facts, factsFor, type SeenNews } from './queries/facts.ts'
import { textOf } from './queries/texts.ts'
import type { QueuedMail } from './queued.ts'
import { type Rendered, renderMail } from './render.ts'
import { answerAddress } from './thread.ts'
import { composeForRegistrant } from './to-registrant.ts'
import { type Told, toldIn } from './told.ts'

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
  const { about } = kindOf(mail.template)
  if (about === 'registration' && mail.payload.test !== 'yes') return composeForRegistrant(mail, link)
  const facts = await factsFor(mail, about === 'digest' ? await collectedIn(mail.id) : [mail])
  if (!facts) return { skipped: 'noAccess' }
  if (!facts.email) return { skipped: 'noAddress' }
  const isTest = mail.payload.test === 'yes'
  const visible = facts.news.filter(isVisible)
  const wanted = visible.filter(({ template }) => !facts.muted.includes(kindOf(template).choice ?? ''))
  if (!isTest && visible.length === 0) return { skipped: 'invisible' }
  if (!isTest && wanted.length === 0) return { skipped: 'unwanted' }
  const wished = isTest ? mail.payload.locale : facts.viewer.locale
  const locale = isLocale(wished) ? wished : defaultLocale
  const theme = themeFor(facts)
  const seen = { ...facts, news: wanted }
  const { 'mail_in.address': mailbox } = await settings('mail_in.address')
  const writing = { locale, theme, link, answers: answerAddress(mail, mailbox) !== undefined }
  const told: Told | null = isTest
    ? { values: exampleValues(mail.template, locale, theme.name) }
    : await toldIn(mail, seen, writing)
  if (!told) return { skipped: 'late' }
  const foot = footOf(mail, seen, writing)
  const text = await asSystem((tx) => textOf(tx, mail.template, locale))
  const rendered = renderMail(text, told.values, { theme, locale, foot: foot.text, news: told.news })
  return { ...rendered, to: facts.email, theme, unsubscribe: foot.unsubscribe }
}

/** What concerns no ticket is always the recipient's to know. */
function isVisible({ template, ticket, entry }: SeenNews): boolean {
  const { about, values } = kindOf(template)
  return about !== 'ticket' || (ticket !== null && (!values.includes('entry.body') || entry !== null))
}

function themeFor({ viewer }: Facts): Theme {
  return chooseTheme(viewer.kind === 'contact' ? { company: viewer.company_theme, group: viewer.group_theme } : {})
}
