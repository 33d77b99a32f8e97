import { z } from 'zod'
import { isSafeIssuer } from '../auth/oidc/asking.ts'

const ticked = z.literal('on').optional().transform(Boolean)
const WELL_KNOWN = '/.well-known/openid-configuration'

/** The provider's own name for itself; the address of its description is understood too. */
const issuer = z
  .string()
  .trim()
  .min(1, 'missing')
  .max(500, 'tooLong')
  .transform((typed) => (typed.endsWith(WELL_KNOWN) ? typed.slice(0, -WELL_KNOWN.length) : typed))
  .refine((typed) => {
    if (!URL.canParse(typed)) return false
    const url = new URL(typed)
    return isSafeIssuer(url) && !url.search && !url.hash && !url.username && !url.password
  }, 'issuer')

const scopes = z
  .string()
  .trim()
  .max(500, 'tooLong')
  .transform((typed) => typed.split(/\s+/).filter(Boolean))
  .refine((list) => list.includes('openid') && list.every((one) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(one)), 'scopes')
  .transform((list) => [...new Set(list)].join(' '))

const audience = { forContacts: ticked, forEngineers: ticked }

export const providerChange = z
  .object({
    name: z.string().trim().min(1, 'missing').max(60, 'tooLong'),
    issuer,
    clientId: z.string().trim().min(1, 'missing').max(255, 'tooLong'),
    /** Empty: the present one stays. */
    clientSecret: z.string().trim().max(500, 'tooLong'),
    scopes,
    mailClaim: z.string().trim().min(1, 'missing').max(100, 'tooLong'),
    active: ticked,
    ...audience,
    asksSecondFactor: ticked,
    linksByMail: ticked,
    hosts: z.array(z.string().min(1).max(253)).max(500),
  })
  .refine(({ forContacts, forEngineers }) => forContacts || forEngineers, { path: ['forContacts'], message: 'nobody' })
export type ProviderChange = z.output<typeof providerChange>

/** Part of the address that the provider sends people back to. next-auth takes `undefined` for none. */
export const providerKey = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'key')
  .refine((key) => key !== 'undefined', 'taken')

export const newProvider = providerChange.safeExtend({ key: providerKey })
export type NewProvider = z.output<typeof newProvider>
