import type { Layer } from './layer.ts'
import { slotHtml } from './markdown.ts'
import { type JsonMap, mergeMaps } from './merge.ts'

/** Message overrides of a chain per locale, the nearest layer winning message by message. */
export function textsOf(chain: readonly Layer[]): Record<string, JsonMap> {
  const texts: Record<string, JsonMap> = {}
  for (const layer of chain.toReversed()) {
    for (const [locale, words] of Object.entries(layer.texts)) texts[locale] = mergeMaps(texts[locale] ?? {}, words)
  }
  return texts
}

/**
 * Safe HTML by `name.locale`. All languages of a slot come from one layer, so that a missing translation
 * never lets a parent's words through.
 */
export function slotsOf(chain: readonly Layer[]): Record<string, string> {
  const slots: Record<string, string> = {}
  const taken = new Set<string>()
  for (const { folder } of chain) {
    const own = [...folder.files].flatMap(([file, bytes]) => {
      const [, name, locale] = /^slots\/([a-z-]+)\.([a-z-]+)\.md$/i.exec(file) ?? []
      return name && locale && !taken.has(name) ? [{ name, locale, bytes }] : []
    })
    for (const { name, locale, bytes } of own) {
      slots[`${name}.${locale}`] = slotHtml(bytes.toString('utf8'))
      taken.add(name)
    }
  }
  return slots
}
