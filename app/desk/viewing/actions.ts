'use server'

import { startViewing as start } from '#lib/access/viewing/commands.ts'
import { viewingInput } from '#lib/access/viewing/input.ts'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'

const begin = defineAction({
  viewer: 'engineer',
  input: viewingInput,
  // The portal wears the customer's theme.
  newPage: true,
  run: async (viewer, input) => {
    await start(viewer, input)
    return paths.welcome()
  },
})

export async function startViewing(state: FormState, form: FormData): Promise<FormState> {
  return begin(state, form)
}
