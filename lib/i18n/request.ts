import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { acceptedLocale } from '#lib/i18n/accepted.ts'
import { serverTimeZone } from '#lib/i18n/formats.ts'
import { isLocale, type Locale, localeCookie } from '#lib/i18n/locales.ts'
import { messagesFor } from '#lib/i18n/messages.ts'
import { wornTheme } from '#lib/themes/worn.ts'

/** The cookie of the language switch, else what the browser asks for, else English. */
export async function requestLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value
  return isLocale(chosen) ? chosen : acceptedLocale((await headers()).get('accept-language'))
}

export default getRequestConfig(async () => {
  const locale = await requestLocale()
  const theme = await wornTheme()
  return { locale, messages: messagesFor(locale, theme.texts(locale)), timeZone: serverTimeZone() }
})
