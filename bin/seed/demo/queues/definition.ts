import type { Labels } from '#lib/db/schema/columns.ts'
import type { ServiceHours } from '#lib/queues/service-hours.ts'
import type { FieldCondition, FieldOption, FieldType } from '#lib/tickets/field-types.ts'
import { both } from '../labels.ts'
import type { Random } from '../random.ts'

/** Where in its life a ticket stands, whatever the queue calls it. */
export type Stage = 'fresh' | 'working' | 'asking' | 'proposed' | 'done'

export type StatusDefinition = {
  key: string
  stage: Stage
  kind: 'open' | 'waiting' | 'closed'
  labels: Labels
  nextStep?: Labels
  acceptsComments?: boolean
}

export type ActivityDefinition = {
  key: string
  labels: Labels
  from: string[]
  to: string
  customersMayExecute?: boolean
  asksComment?: boolean
  formFields?: string[]
}

/** Makes a believable value for a ticket of that day; a list of options needs none. */
export type Sample = (random: Random, day: Date) => unknown

export type FieldDefinition = {
  key: string
  type: FieldType
  labels: Labels
  exposure: 'none' | 'read' | 'full'
  section?: Labels
  help?: Labels
  options?: FieldOption[]
  condition?: FieldCondition
  initial?: unknown
  required?: boolean
  sample?: Sample
}

export type QueueDefinition<Key extends string = string> = {
  key: Key
  kind?: 'regular' | 'faq'
  labels: Labels
  descriptions: Labels
  icon: string
  answerMinutes?: number
  serviceHours?: ServiceHours
  statuses: StatusDefinition[]
  activities: ActivityDefinition[]
  fields: FieldDefinition[]
}

export const option = (value: string, en: string, de: string): FieldOption => ({ value, labels: both(en, de) })

export const anyOf =
  (...values: unknown[]): Sample =>
  (random) =>
    random.pick(values)

/** A calendar day, so many days after the ticket was written. */
export const daysLater =
  (from: number, to: number): Sample =>
  (random, day) =>
    new Date(day.getTime() + random.between(from, to) * 86_400_000).toISOString().slice(0, 10)

/** A text whose `#` become digits. */
export const numbered =
  (pattern: string): Sample =>
  (random) =>
    pattern.replaceAll('#', () => String(random.between(0, 9)))

const minutes = (hour: number) => hour * 60

/** Monday to Friday between two full hours, German time. */
export const weekdays = (from: number, to: number): ServiceHours => ({
  timeZone: 'Europe/Berlin',
  days: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [String(day), [minutes(from), minutes(to)]])),
})
