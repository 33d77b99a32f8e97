'use server'

import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { editTicket } from '#lib/tickets/commands/edit.ts'
import { rawFields } from '#lib/tickets/input.ts'

const save = defineAction({
  viewer: 'contact',
  many: (name) => name.startsWith('field.'),
  input: z.looseObject({ number: z.coerce.number().int().positive(), version: z.string().max(100) }),
  run: async (viewer, { number, version, ...rest }) => {
    await editTicket(viewer, { number, version, subject: undefined, fields: rawFields(rest) })
    return `${paths.ticket(number, 'details')}#main`
  },
})

export async function saveDetails(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form)
}
