import { getMessages } from 'next-intl/server'
import type { Part } from '#lib/health/part.ts'
import type { Formats } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'

/** What each part says of itself, and what to do about it. */
export async function partWords(formats: Formats) {
  const t = await getTranslations('health')
  const { health } = await getMessages()
  const sizes = ['bytes', 'free', 'total']
  const spoken = (facts: NonNullable<Part['facts']>) =>
    Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [
        name,
        sizes.includes(name) ? formats.bytes(Number(value)) : name === 'rows' ? formats.number(Number(value)) : value,
      ]),
    )
  return {
    facts: ({ key, facts }: Part) => (facts ? t(`facts.${key}`, spoken(facts) as never) : null),
    advice: ({ problems, facts }: Part) =>
      problems.flatMap((problem) =>
        isKeyOf(health.advice, problem)
          ? [t(`advice.${problem}`, { minutes: Number(facts?.minutes ?? 0), reasons: String(facts?.reasons ?? '') })]
          : [],
      ),
  }
}

function isKeyOf<Words extends object>(words: Words, key: string): key is Extract<keyof Words, string> {
  return Object.hasOwn(words, key)
}
