import { z } from 'zod'
import { isLocale, type Locale } from '../i18n/locales.ts'
import { CHOICES, isMailKey, type MailKey } from './kinds.ts'

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

/** The kinds of mail that somebody wants; `choice` tells a form with no tick from one that never asked. */
export const mailChoice = z.object({ choice: z.literal('mails'), wanted: z.array(z.enum(CHOICES)).max(CHOICES.length) })
