import { z } from 'zod'

const id = z.number()
const moment = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : new Date(text)))
const shown = z.array(z.object({ id, shown: z.boolean() })).nullable()

/** What `explain_standing` answers: whether somebody is let in, and all that may be the reason. */
export const standingShape = z.object({
  kind: z.enum(['contact', 'engineer']),
  id,
  admitted: z.boolean(),
  login: z.string().nullable(),
  active: z.boolean(),
  account: z.boolean(),
  disabled: z.boolean(),
  lockedUntil: moment,
  principal: id.nullable(),
  principalName: z.string().nullable(),
  principalActive: z.boolean(),
  portal: z.boolean(),
  group: id.nullable(),
  company: id.nullable(),
})
export type Standing = z.infer<typeof standingShape>

const shareShape = z.object({
  by: id,
  until: moment,
  ended: moment,
  readOnly: z.boolean(),
  holds: z.boolean(),
  sharerSees: z.boolean(),
})
export type ShareFacts = z.infer<typeof shareShape>

/** The answer of each rule function, asked as the person; null where the rule is not asked. */
const rulesShape = z.object({
  v1: z.boolean(),
  v2: z.boolean().nullable(),
  v3: z.boolean().nullable(),
  main: z.boolean().nullable(),
  company: z.boolean().nullable(),
  participant: z.boolean().nullable(),
  readOnly: z.boolean().nullable(),
  shares: z.array(shareShape).nullable(),
  classes: shown,
  fields: shown,
})
export type Rules = z.infer<typeof rulesShape>

/** What `explain_ticket` answers; without `rules` the person is not let in. */
export const ticketShape = z.object({
  id,
  number: z.number(),
  queue: id,
  group: id.nullable(),
  faq: z.boolean(),
  mainContact: id.nullable(),
  company: id.nullable(),
  rules: rulesShape.nullable(),
})
export type TicketFacts = z.infer<typeof ticketShape>

/** What `explain_item` answers of an entry or attachment. */
export const itemShape = z.object({
  ticket: id,
  kind: z.enum(['comment', 'mail_in', 'mail_out', 'activity', 'change', 'attachment']),
  class: id,
  field: id.nullable(),
  v5: z.boolean().nullable(),
  v6: z.boolean().nullable(),
})
export type ItemFacts = z.infer<typeof itemShape>
