import 'server-only'
import { createTranslator } from 'use-intl/core'
import type { Locale } from '../i18n/locales.ts'
import { messagesFor } from '../i18n/messages.ts'
import { paths } from '../paths.ts'
import type { Theme } from '../themes/types.ts'
import { absolute } from './addresses.ts'
import { kindOf } from './kinds.ts'
import type { Facts } from './queries/facts.ts'
import type { QueuedMail } from './queued.ts'
import { farewellToken } from './unsubscribe.ts'

type FootWriting = {
  locale: Locale
  theme: Theme
  link: 'issued' | 'hidden'
  /** Whether an answer by mail becomes a comment. */
  answers: boolean
}

/** Why the mail came, and where to say that no more of its kind are wanted; the latter for news of tickets alone. */
export function footOf(
  mail: QueuedMail,
  { viewer, host, news }: Facts,
  { locale, theme, link, answers }: FootWriting,
): { text: string; unsubscribe: string | undefined } {
  const t = createTranslator({ locale, messages: messagesFor(locale, theme.texts(locale)), namespace: 'mail' })
  const { about } = kindOf(mail.template)
  if (mail.payload.test === 'yes') return { text: t('test'), unsubscribe: undefined }
  const choices = new Set(news.flatMap(({ template }) => kindOf(template).choice ?? []))
  if (about === 'account' || about === 'link' || choices.size === 0)
    return { text: t('foot.account', { site: theme.name }), unsubscribe: undefined }
  const { kind } = viewer
  const owner = kind === 'contact' ? viewer.contact : viewer.engineer
  const token = link === 'hidden' ? '…' : farewellToken({ kind, owner, choices: [...choices] })
  const unsubscribe = absolute(paths.unsubscribe(token), host)
  const url = absolute(paths.mailWishes(kind), host)
  const why = t('foot.ticket', { site: theme.name, url, stop: unsubscribe })
  return { text: answers ? `${t('foot.answer')}\n${why}` : why, unsubscribe }
}
