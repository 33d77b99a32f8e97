import type { Locale } from '../i18n/locales.ts'
import type { MailKey } from './kinds.ts'
import type { MailText } from './render.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'

const TEXTS: Record<Locale, Record<MailKey, MailText>> = { en, de }

/** The text of a mail as it is before an administrator changes it. */
export function defaultText(key: MailKey, locale: Locale): MailText {
  return TEXTS[locale][key]
}
