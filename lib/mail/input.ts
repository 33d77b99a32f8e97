import { z } from 'zod'
import { isLocale, type Locale } from '../i18n/locales.ts'
import { isTimeZone } from '../i18n/wall-clock.ts'
import { CHOICES, DESK_CHOICES, isMailKey, type MailKey } from './kinds.ts'
import { RHYTHMS } from './times.ts'

/** Minutes after midnight from `22:30`; null where nothing was typed. */
const minutes = z
  .string()
  .trim()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d(:\d\d)?)?$/, 'quiet')
  .transform((text) => (text === '' ? null : Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))))

export const textName = z.object({
  key: z.custom<MailKey>(isMailKey, 'unknown'),
  locale: z.custom<Locale>(isLocale, 'unknown'),
})
export type TextName = z.output<typeof textName>

export const templateInput = textName.extend({
  subject: z.string().trim().min(1, 'missing').max(300, 'tooLong'),
  body: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'missing').max(20_000, 'tooLong')),
  version: z.string().max(40),
})
export type TemplateInput = z.output<typeof templateInput>

/**
 * Which mails somebody wants and when. `choice` tells a form with no tick from one that never asked; two empty times are no quiet
 * hours.
 */
export const mailChoice = z
  .object({
    choice: z.literal('mails'),
    wanted: z.array(z.enum([...CHOICES, ...DESK_CHOICES])).max(CHOICES.length + DESK_CHOICES.length),
    rhythm: z.enum(RHYTHMS, 'missing'),
    hour: z.coerce.number('number').int('number').min(0, 'number').max(23, 'number'),
    quietFrom: minutes,
    quietUntil: minutes,
    timeZone: z.string().trim().refine(isTimeZone, 'timeZone'),
  })
  .superRefine(({ quietFrom: from, quietUntil: until }, context) => {
    const alone = from === null ? 'quietFrom' : 'quietUntil'
    if ((from === null) !== (until === null)) context.addIssue({ code: 'custom', path: [alone], message: 'quiet' })
  })
  .transform(({ quietFrom: from, quietUntil: until, choice, ...rest }) => ({
    ...rest,
    quiet: from === null || until === null ? null : { from, until },
  }))
export type MailChoice = z.output<typeof mailChoice>

/** The domain of a sender, such as `example.com`. */
export const signingDomain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253, 'domain')
  .regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/, 'domain')
