import messages from '#lib/i18n/messages/en.ts'
import type { Layer } from '../layer.ts'
import { isMap, type Json, type JsonMap } from '../merge.ts'
import { didYouMean, lineOf, type Problem } from '../problem.ts'

/** Overrides must name messages that exist, with the same placeholders, as plain text, in every language the theme speaks. */
export function textFaults([{ texts, folder }]: readonly [Layer, ...Layer[]]): Problem[] {
  const problems = Object.entries(texts).flatMap(([locale, words]) => {
    const file = `texts/${locale}.json`
    const source = folder.files.get(file)?.toString('utf8') ?? ''
    return faultsIn(words, messages, []).map(({ path, ...fault }) => ({ ...fault, file, line: lineOf(source, path) }))
  })
  return [...problems, ...missingTranslations(texts)]
}

type Fault = Omit<Problem, 'file'> & { path: string[] }

function faultsIn(words: JsonMap, known: JsonMap, path: string[]): Fault[] {
  return Object.entries(words).flatMap(([key, value]): Fault[] => {
    const here = [...path, key]
    const original = known[key]
    const refuse = (reason: string, remedy: string): Fault[] => [
      { effect: 'refuse', path: here, reason: `${here.join('.')}: ${reason}`, remedy },
    ]
    if (original === undefined) return refuse('no such message', didYouMean(key, Object.keys(known)))
    if (isMap(value) && isMap(original)) return faultsIn(value, original, here)
    if (typeof value !== 'string' || typeof original !== 'string')
      return refuse('is a text where a group is expected, or the reverse', 'Keep the shape of the message file.')
    if (/<[a-z/]/i.test(value)) return refuse('holds markup', 'Write plain text.')
    const [has, needs] = [placeholders(value), placeholders(original)]
    if (has.join() !== needs.join())
      return refuse(
        `has the placeholders {${has}} instead of {${needs}}`,
        `Use exactly: ${needs.join(', ') || 'none'}.`,
      )
    return []
  })
}

/** Names of ICU arguments, sorted; the texts inside plural branches are not names. */
function placeholders(message: string): string[] {
  return [...new Set([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? ''))].sort()
}

function missingTranslations(texts: Record<string, JsonMap>): Problem[] {
  const locales = Object.keys(texts)
  const everywhere = new Set(Object.values(texts).flatMap((words) => paths(words)))
  return locales.flatMap((locale) => {
    const missing = [...everywhere].filter((path) => !paths(texts[locale] ?? {}).includes(path))
    if (missing.length === 0) return []
    const reason = `lacks ${missing.slice(0, 5).join(', ')}, which another language changes`
    return [
      {
        effect: 'note',
        file: `texts/${locale}.json`,
        line: 1,
        reason,
        remedy: 'Add the same messages in this language.',
      },
    ]
  })
}

function paths(words: Json, path: string[] = []): string[] {
  return isMap(words) ? Object.entries(words).flatMap(([key, inner]) => paths(inner, [...path, key])) : [path.join('.')]
}
