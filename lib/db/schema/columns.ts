import { bigint, jsonb, timestamp } from 'drizzle-orm/pg-core'

/** A text per locale, e.g. `{ en: 'Service desk', de: 'Servicedesk' }`; English is the fallback. */
export type Labels = Record<string, string>

export const id = () => bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity()
export const reference = () => bigint({ mode: 'number' })
export const moment = () => timestamp({ withTimezone: true, mode: 'date' })
export const now = () => moment().notNull().defaultNow()
export const labels = () => jsonb().$type<Labels>().notNull()
