'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { keepText, removeText } from '#lib/tickets/commands/canned.ts'
import { cannedInput } from '#lib/tickets/input.ts'

const save = defineAction({
  viewer: 'engineer',
  input: cannedInput.extend({
    shared: z
      .string()
      .optional()
      .transform((ticked) => ticked !== undefined),
  }),
  run: async (viewer, text) => {
    await keepText(viewer, text)
    return paths.deskPart('texts', { done: 'saved' })
  },
})

const drop = defineAction({
  viewer: 'engineer',
  input: z.object({ id: z.coerce.number().int().positive() }),
  run: async (viewer, { id }) => {
    await removeText(viewer, id)
    return paths.deskPart('texts', { done: 'removed' })
  },
})

export async function saveText(state: FormState, form: FormData): Promise<FormState> {
  return save(state, form)
}

export async function dropText(form: FormData): Promise<void> {
  const { problem } = await drop(form)
  if (problem) redirect(paths.deskPart('texts'))
}
