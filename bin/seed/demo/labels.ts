import type { Labels } from '#lib/db/schema/columns.ts'

export type Locale = 'en' | 'de'

export const both = (en: string, de: string): Labels => ({ en, de })

/** The label in this language; all of the demo's labels have both. */
export const labelIn = (labels: Labels, locale: Locale): string => labels[locale] ?? labels['en'] ?? ''
