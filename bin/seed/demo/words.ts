import type { Random } from './random.ts'

export type Words = (text: string) => string

/** Fills the `{slots}` of one ticket, each with the same word throughout. An unknown slot is a mistake in a scenario. */
export function wordsFor(slots: Record<string, string[]>, fixed: Record<string, string>, random: Random): Words {
  const chosen = new Map(Object.entries(fixed))
  for (const [name, words] of Object.entries(slots)) {
    chosen.set(
      name,
      random.pick(words).replaceAll('#', () => String(random.between(0, 9))),
    )
  }
  return (text) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const word = chosen.get(name)
      if (word === undefined) throw new Error(`no word for {${name}} in: ${text.slice(0, 60)}`)
      return word
    })
}
