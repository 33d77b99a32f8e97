import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import en from '#lib/i18n/messages/en.ts'

const tree: z.ZodType<Messages> = z.lazy(() => z.record(z.string(), z.union([z.string(), tree])))
type Messages = { [key: string]: string | Messages }
type Language = 'en' | 'de'

const root = new URL('../../', import.meta.url)
const read = (path: string) => texts(tree.parse(JSON.parse(readFileSync(new URL(path, root), 'utf8'))))

function texts(messages: Messages): string[] {
  return Object.values(messages).flatMap((value) => (typeof value === 'string' ? [value] : texts(value)))
}

/** The namespaces of the catalogue, as `getTranslations` takes them. */
const namespaces = new Set(Object.keys(en))

/** A key that stands where its words should. */
export function isMissing(text: string): boolean {
  const [namespace = '', ...rest] = text.split('.')
  return rest.length > 0 && /^[\w.-]+$/.test(text) && namespaces.has(namespace)
}

/** All messages of the catalogue and of the themes in a language, but those that are the same in the other one. */
export function wordsOnlyIn(language: Language): Set<string> {
  const other = catalogue(language === 'en' ? 'de' : 'en')
  return new Set([...catalogue(language)].filter((text) => !other.has(text)))
}

function catalogue(language: Language): Set<string> {
  const themes = readdirSync(new URL('themes', root), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const files = themes.flatMap(({ name }) =>
    readdirSync(new URL(`themes/${name}`, root)).includes('texts') ? [`themes/${name}/texts/${language}.json`] : [],
  )
  const folder = `lib/i18n/messages/${language}`
  const own = readdirSync(new URL(folder, root)).map((name) => `${folder}/${name}`)
  const all = [...own, ...files].flatMap(read)
  // A language calls itself by its own name everywhere.
  return new Set(all.filter((text) => !text.includes('{') && text !== 'English' && text !== 'Deutsch'))
}
