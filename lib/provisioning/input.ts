import { z } from 'zod'
import { COMPANY_WAYS, TESTS } from './rule-set.ts'
import { RUN_KINDS, SCHEDULES } from './run.ts'

const id = z
  .string()
  .regex(/^\d{1,15}$/, 'invalid')
  .transform(Number)

export const ofSource = z.object({ source: z.enum(['ldap', 'oidc']), sourceId: id })

/** A name of a directory's attribute or of a claim. */
const attribute = z
  .string()
  .trim()
  .regex(/^[\w:./;-]{0,200}$/, 'attribute')

const needed = attribute.refine((text) => text !== '', 'missing')

/** `field = attribute` a line. */
const assignments = z
  .string()
  .max(5000, 'tooLong')
  .transform((text, context) => {
    const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.split('=')]))
    const pairs = lines.map(([field = '', ...rest]) => [field.trim(), rest.join('=').trim()] as const)
    if (pairs.some(([field, from]) => field === '' || !/^[\w:./;-]{1,200}$/.test(from)) || pairs.length > 50)
      context.addIssue({ code: 'custom', message: 'assignments' })
    return Object.fromEntries(pairs)
  })

const ticked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')
const whole = (least: number, most: number) =>
  z.coerce.number('number').int('number').min(least, 'number').max(most, 'number')

export const settingsChange = ofSource.extend({
  version: z.string().max(64).optional(),
  filter: z.string().trim().max(2000, 'tooLong').default(''),
  loginAttribute: needed,
  nameAttribute: attribute,
  emailAttribute: attribute,
  localeAttribute: attribute,
  fieldAttributes: assignments,
  justInTime: ticked,
  disableMissing: ticked,
  mostDisabled: whole(1, 100_000).default(20),
  mostDisabledPercent: whole(1, 100).default(10),
  schedule: z.enum(SCHEDULES).default('off'),
})
export type SettingsChange = z.output<typeof settingsChange>

export const ruleChange = ofSource
  .extend({
    rule: id.optional(),
    version: z.string().max(64).optional(),
    test: z.enum(TESTS),
    // A form with a script leaves out what it does not ask.
    attribute: attribute.default(''),
    values: z
      .string()
      .max(20_000, 'tooLong')
      .default('')
      .transform((text) => text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))),
    customerGroupId: id,
    companyBy: z.enum(COMPANY_WAYS),
    company: z.string().trim().max(200, 'tooLong').default(''),
    profileId: z.union([z.literal('').transform(() => null), id]).default(null),
  })
  .superRefine(({ test, attribute, values, companyBy, company }, context) => {
    const missing = (name: string) => context.addIssue({ code: 'custom', path: [name], message: 'missing' })
    if (test !== 'always' && attribute === '') missing('attribute')
    if (test !== 'always' && values.length === 0) missing('values')
    if (companyBy !== 'none' && company === '') missing('company')
  })
export type RuleChange = z.output<typeof ruleChange>

export const ofRule = ofSource.extend({ rule: id })
export const ruleMove = ofRule.extend({ direction: z.enum(['up', 'down']) })
export type RuleMove = z.output<typeof ruleMove>

export const runWish = z.object({
  server: id,
  kind: z.enum(RUN_KINDS),
  /** So many accounts may be disabled. */
  agreed: id.nullable().default(null),
})
export type RunWish = z.output<typeof runWish>
