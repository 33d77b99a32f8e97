import { z } from 'zod'

export const DIRECTORY_TIMES = { min: 200, max: 4000 } as const

const ticked = z.literal('on').optional().transform(Boolean)
const text = (most: number) => z.string().trim().min(1, 'missing').max(most, 'tooLong')
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'tooLong')
    .optional()
    .transform((typed) => typed || null)
const dn = /^[a-z0-9.-]+\s*=/i
const milliseconds = z
  .string()
  .trim()
  .regex(/^\d{1,5}$/, 'milliseconds')
  .transform(Number)
  .pipe(z.number().min(DIRECTORY_TIMES.min, 'milliseconds').max(DIRECTORY_TIMES.max, 'milliseconds'))

const address = text(300).transform((typed, context) => {
  const url = URL.canParse(typed) ? new URL(typed) : undefined
  if (
    !url ||
    !/^ldaps?:$/.test(url.protocol) ||
    !url.hostname ||
    url.username ||
    !/^\/?$/.test(url.pathname) ||
    url.search
  ) {
    context.addIssue({ code: 'custom', message: 'url' })
    return ''
  }
  return `${url.protocol}//${url.host.toLowerCase()}`
})

export const directoryChange = z.object({
  name: text(80),
  active: ticked,
  forContacts: ticked,
  forEngineers: ticked,
  url: address,
  startTls: ticked,
  ca: optional(20_000),
  baseDn: text(500).regex(dn, 'dn'),
  bindDn: optional(500),
  /** Nothing keeps the one that is stored. */
  bindPassword: z
    .string()
    .max(500, 'tooLong')
    .optional()
    .transform((typed) => typed || null),
  nameAttribute: text(60).regex(/^[a-z][a-z0-9;.-]*$/i, 'attribute'),
  filter: optional(1000),
  identityAttribute: z.enum(['entryUUID', 'objectGUID'], 'unknown'),
  connectMs: milliseconds,
  answerMs: milliseconds,
})
export type DirectoryChange = z.output<typeof directoryChange>
