import de from '#lib/i18n/messages/de.ts'
import en from '#lib/i18n/messages/en.ts'

export type Messages = typeof en

/** A language is a file and a line here. English comes first: it is the one for everybody whose language is missing. */
const files = { en, de } satisfies Record<string, Messages>

export type Locale = keyof typeof files

export const localeNames = Object.keys(files).filter(isLocale)
export const defaultLocale: Locale = 'en'
export const localeCookie = 'portico-locale'

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && Object.hasOwn(files, value)
}

/** What a switch shows, each language in its own name. */
export function languages(): { value: Locale; label: string }[] {
  return localeNames.map((value) => ({ value, label: files[value].language.name }))
}

export function messagesOf(locale: Locale): Messages {
  return files[locale]
}
