import { integer, text } from 'drizzle-orm/pg-core'

/** Which mails somebody wants and when: columns alike for customers and engineers. Times are those of `timeZone`'s clocks. */
export const mailWishes = () => ({
  /** The kinds of mail that are not wanted. */
  mutedMails: text().array().notNull().default([]),
  mailRhythm: text({ enum: ['at-once', 'hourly', 'daily'] })
    .notNull()
    .default('at-once'),
  /** The hour of the daily mail. */
  mailHour: integer().notNull().default(8),
  /** Minutes after midnight; null without quiet hours. */
  quietFrom: integer(),
  quietUntil: integer(),
  /** Null where it is the server's. */
  timeZone: text(),
})
