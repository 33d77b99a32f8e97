import { type AnyColumn, type SQL, sql } from 'drizzle-orm'

/** The label in the locale, else in English, so that a page receives one string and not a map. */
export function labelIn(labels: AnyColumn, locale: string): SQL<string> {
  return sql<string>`coalesce(${labels} ->> ${locale}, ${labels} ->> 'en', '')`
}

/** The same for a label that may be missing altogether. */
export function optionalLabelIn(labels: AnyColumn, locale: string): SQL<string | null> {
  return sql<string | null>`coalesce(${labels} ->> ${locale}, ${labels} ->> 'en')`
}
