import 'server-only'
import { cache } from 'react'
import { createTranslator, type NamespaceKeys, type NestedKeyOf } from 'use-intl/core'
import type { Locale, Messages } from '#lib/i18n/locales.ts'
import { messagesFor } from '#lib/i18n/messages.ts'
import { requestLocale } from '#lib/i18n/request.ts'
import { wornTheme } from '#lib/themes/worn.ts'

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>
type Translator<Within extends Namespace = never> = ReturnType<typeof createTranslator<Messages, Within>>

const made = new WeakMap<Messages, Map<string, unknown>>()
const present = cache(async () => {
  const [locale, theme] = await Promise.all([requestLocale(), wornTheme()])
  return { locale, messages: messagesFor(locale, theme.texts(locale)) }
})

/**
 * The words of this request, in its language and its theme. Unlike next-intl's function of the same name it keeps the
 * translator, and with it every message that was parsed, from one request to the next.
 */
export async function getTranslations<Within extends Namespace = never>(
  namespace?: Within,
): Promise<Translator<Within>> {
  const { locale, messages } = await present()
  return translator(locale, messages, namespace)
}

function translator<Within extends Namespace>(
  locale: Locale,
  messages: Messages,
  namespace: Within | undefined,
): Translator<Within> {
  const known = made.get(messages) ?? new Map<string, unknown>()
  made.set(messages, known)
  const key = `${locale} ${namespace ?? ''}`
  if (!known.has(key)) {
    known.set(key, createTranslator<Messages, Within>({ locale, messages, ...(namespace ? { namespace } : {}) }))
  }
  // What lies under a namespace's key was made for that namespace.
  return known.get(key) as Translator<Within>
}
