import { z } from 'zod'
import { localeNames } from './locales.ts'

/** A text per language, of which any may be missing; empty ones are left out. */
export function someLabels(longest: number) {
  return z
    .partialRecord(z.enum(localeNames), z.string().trim().max(longest, 'tooLong'))
    .default({})
    .transform(
      (given): Record<string, string> =>
        Object.fromEntries(Object.entries(given).filter((pair): pair is [string, string] => Boolean(pair[1]))),
    )
}

/** The same with English, which stands in for every language that is missing. */
export function labels(longest: number) {
  return someLabels(longest).refine((given) => given.en, { path: ['en'], message: 'missing' })
}
