import { z } from 'zod'
import { nested } from '../http/nested.ts'
import { someLabels } from '../i18n/labels-input.ts'
import { rulesIn } from './domains.ts'

const id = z.coerce.number().int().positive()
const ticked = z.literal('on').optional().transform(Boolean)

/** What the form of self-registration sends; which `fields` and `lists` there may be the data model says. */
export const registrationInput = nested(
  z.object({
    group: z.string().max(100),
    name: z.string().trim().max(200, 'tooLong').default(''),
    email: z.string().trim().min(1, 'missing').max(254, 'tooLong').pipe(z.email('email')),
    consent: ticked,
    /** Nobody sees this field, so that whoever fills it in is a robot. */
    website: z.string().max(1000).optional(),
    fields: z.record(z.string(), z.string().max(2000, 'tooLong')).default({}),
    lists: z.record(z.string(), z.array(z.string().max(200)).max(100)).default({}),
  }),
)
export type RegistrationInput = z.output<typeof registrationInput>

const link = z.union([
  z.literal('').transform(() => null),
  z.url({ protocol: /^https?$/, error: 'invalid' }).max(500, 'tooLong'),
])

export const offerChange = nested(
  z.object({
    open: ticked,
    everywhere: z.enum(['yes', 'no'], 'unknown').transform((chosen) => chosen === 'yes'),
    hosts: z.array(z.string().max(253)).max(500),
    approval: z.enum(['automatic', 'engineer'], 'unknown'),
    otherDomains: z.enum(['refused', 'held'], 'unknown'),
    domains: z
      .string()
      .max(50_000, 'tooLong')
      .transform((text, context) => {
        const rules = rulesIn(text.replaceAll('\r', ''))
        if (!rules) context.addIssue({ code: 'custom', message: 'domains' })
        return rules ?? []
      }),
    asked: z.array(z.string().max(100)).max(100),
    consent: someLabels(500),
    consentLink: z.string().trim().default('').pipe(link),
  }),
)
export type OfferChange = z.output<typeof offerChange>

const optionalId = z.union([z.literal('').transform(() => null), id], 'unknown').optional()

export const approval = z.object({ id, company: optionalId, profile: optionalId, contact: optionalId })
export type Approval = z.output<typeof approval>

export const refusal = z.object({ id, reason: z.string().trim().min(1, 'missing').max(1000, 'tooLong') })
export type Refusal = z.output<typeof refusal>
