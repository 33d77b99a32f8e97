import { z } from 'zod'
import { defaultLocale, isLocale } from '#lib/i18n/locales.ts'

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'tooLong')
    .transform((text) => text || null)

/** The names that the form sends several times. */
export const engineerLists = ['roles'] as const

/** What an engineer and a profile are both described by; `roles` are ids. */
const person = z.object({
  name: z.string().trim().min(1, 'missing').max(200, 'tooLong'),
  login: z
    .string()
    .transform((login) => login.normalize('NFKC').trim())
    .pipe(z.string().min(1, 'missing').max(100, 'tooLong').regex(/^\S+$/, 'blank')),
  email: optional(200).pipe(z.email('email').nullable()),
  locale: z.string().refine(isLocale, 'unknown'),
  roles: z
    .array(z.string().regex(/^\d{1,15}$/, 'unknown'))
    .max(1000)
    .transform((ids) => [...new Set(ids.map(Number))].toSorted((one, other) => one - other)),
})

/** How an engineer signs in: a name in the directory, and an initial password, where one is to be set. */
const signIn = {
  ldapId: optional(200),
  password: z
    .string()
    .max(1000, 'too_long')
    .transform((text) => text || null),
}

/** A profile never signs in and gets no mail, so there is nothing more to ask. */
const notAsked = { email: null, locale: defaultLocale, ldapId: null, password: null }

const engineer = person.extend(signIn)
const profile = person.pick({ name: true, login: true, roles: true }).transform((given) => ({ ...given, ...notAsked }))

/** Somebody new: an engineer needs a password or a name in the directory. */
export const newEngineer = engineer.refine(({ password, ldapId }) => password || ldapId, {
  path: ['password'],
  message: 'missing',
})
export const newProfile = profile
export const engineerChange = engineer
export const profileChange = profile

/** An engineer or a profile as it shall be; without a password the present one stays. */
export type EngineerChange = z.output<typeof engineer>
