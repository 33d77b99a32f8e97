'use server'

import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { editTicket } from '#lib/tickets/commands/edit.ts'
import { rawFields, SUBJECT_MAX } from '#lib/tickets/input.ts'

const save = defineAction({
  viewer: 'engineer',
  many: (name) => name.startsWith('field.'),
  input: z.looseObject({
    number: z.coerce.number().int().positive(),
    version: z.string().max(100),
    subject: z.string().trim().max(SUBJECT_MAX, 'tooLong'),
  }),
  run: async (viewer, { number, version, subject, ...rest }) => {
    await editTicket(viewer, { number, version, subject, fields: rawFields(rest) })
    return `${paths.deskTicket(number, 'edited')}#main`
  },
})

export async function saveTicket(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form)
}
