'use server'

import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { openTicket } from '#lib/tickets/commands/open.ts'
import { openInput, rawFields } from '#lib/tickets/input.ts'

const run = defineAction({
  viewer: 'engineer',
  many: (name) => name.startsWith('field.'),
  input: z.looseObject({
    ...openInput.omit({ fields: true }).shape,
    contact: z.union([z.literal('none').transform(() => null), z.coerce.number().int().positive()]),
    internal: z
      .string()
      .optional()
      .transform((ticked) => ticked !== undefined),
  }),
  run: async (viewer, { key, contact, queue, subject, description, internal, ...rest }) => {
    const fields = rawFields(rest)
    const { number } = await openTicket(viewer, { key, contact, queue, subject, description, internal, fields })
    return `${paths.deskTicket(number, 'created')}#main`
  },
})

export async function openForCustomer(state: FormState, form: FormData): Promise<FormState> {
  return run(state, form)
}
