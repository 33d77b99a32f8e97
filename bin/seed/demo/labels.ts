import type { Labels } from '#lib/db/schema/columns.ts'

export type Locale = 'en' | 'de'

export const both = (en: string, de: string): Labels => ({ en, de })
