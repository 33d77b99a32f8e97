import type { FileSketch } from '../files/sketch.ts'
import type { Locale } from '../labels.ts'
import type { Stage } from '../queues/definition.ts'
import type { QueueKey } from '../queues/index.ts'
import type { TextClassKey } from '../text-classes.ts'

/** One text of a history. `leadsTo` is the stage that the ticket enters with it. */
export type Line = {
  by: 'customer' | 'colleague' | 'engineer'
  as: TextClassKey
  text: string
  files: FileSketch[]
  leadsTo?: Stage
}

/**
 * A story that may happen to several customers. `{name}` in subjects, texts and fields is replaced by one of the slot's
 * words, the same all through a ticket; `#` in such a word becomes a digit. `{first}` and `{engineer}` are always there.
 */
export type Scenario = {
  queue: QueueKey
  locale: Locale
  /** Only somebody who writes for a company or club would tell it. */
  forCompanies?: boolean
  subjects: string[]
  slots?: Record<string, string[]>
  fields?: Record<string, unknown>
  lines: Line[]
}

const line =
  (by: Line['by'], as: TextClassKey, leadsTo?: Stage) =>
  (text: string, ...files: FileSketch[]): Line => ({ by, as, text, files, ...(leadsTo ? { leadsTo } : {}) })

export const customer = line('customer', 'customer_comment')
export const colleague = line('colleague', 'customer_comment')
export const answer = line('engineer', 'customer_answer', 'working')
export const ask = line('engineer', 'customer_answer', 'asking')
export const solution = line('engineer', 'solution', 'proposed')
export const note = line('engineer', 'internal_note')
export const phone = line('engineer', 'phone_note')

/** The scenarios of one queue in one language. */
export const storiesOf =
  (queue: QueueKey, locale: Locale) =>
  (...stories: Omit<Scenario, 'queue' | 'locale'>[]): Scenario[] =>
    stories.map((story) => ({ ...story, queue, locale }))
