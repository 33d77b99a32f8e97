import { z } from 'zod'
import { SECURITIES } from './security.ts'

const id = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

/** A mail that is held becomes a comment of a contact's, or a note of the engineer's own. */
export const acceptInput = z
  .object({
    mail: id,
    ticket: z
      .string()
      .trim()
      .regex(/^\d{1,15}$/, 'number')
      .transform(Number),
    as: z.enum(['comment', 'note'], 'missing'),
    contact: id.or(z.literal('').transform(() => undefined)).optional(),
  })
  .refine(({ as, contact }) => as === 'note' || contact !== undefined, { path: ['contact'], message: 'missing' })
export type AcceptInput = z.output<typeof acceptInput>

export const discardInput = z.object({
  mail: id,
  note: z.string().trim().min(1, 'missing').max(500, 'tooLong'),
})
export type DiscardInput = z.output<typeof discardInput>

const folder = z
  .string()
  .trim()
  .min(1, 'missing')
  .max(200, 'tooLong')
  .regex(/^\P{Cc}+$/u, 'unknown')

/** How the mailbox is reached; an empty password keeps the one that is there. */
export const inboxInput = z
  .object({
    active: z.literal('on').optional(),
    host: z.union([z.hostname('host'), z.ipv4('host'), z.ipv6('host')], 'host'),
    port: z
      .string()
      .trim()
      .regex(/^\d{1,5}$/, 'port')
      .transform(Number)
      .pipe(z.number().min(1, 'port').max(65_535, 'port')),
    security: z.enum(SECURITIES, 'missing'),
    login: z.string().trim().min(1, 'missing').max(254, 'tooLong'),
    password: z.string().max(500, 'tooLong'),
    folder,
    doneFolder: folder,
    version: z.string().max(40),
  })
  .refine((given) => given.folder.toLowerCase() !== given.doneFolder.toLowerCase(), {
    path: ['doneFolder'],
    message: 'sameFolder',
  })
export type InboxInput = z.output<typeof inboxInput>
