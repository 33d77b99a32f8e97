import type { Locale, Messages } from '#lib/i18n/locales.ts'

declare module 'use-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
