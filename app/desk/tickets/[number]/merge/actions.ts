'use server'

import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { mergeTicket } from '#lib/tickets/commands/merge.ts'

const run = defineAction({
  viewer: 'engineer',
  input: z.object({
    number: z.coerce.number().int().positive(),
    into: z
      .string()
      .trim()
      .regex(/^\d{1,15}$/, 'mergeUnknown')
      .transform(Number),
  }),
  run: async (viewer, { number, into }) => {
    await mergeTicket(viewer, { number, into })
    return `${paths.deskPart('tickets', into, { done: 'merged', of: String(number) })}#main`
  },
})

export async function mergeInto(state: FormState, form: FormData): Promise<FormState> {
  return run(state, form)
}
