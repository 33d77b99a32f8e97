'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { resetText, saveText, sendTestMail } from '#lib/mail/commands/templates.ts'
import { templateInput, textName } from '#lib/mail/input.ts'
import { paths } from '#lib/paths.ts'

export const saveTemplate = defineAction({
  viewer: 'administrator',
  input: templateInput,
  run: async (viewer, input) => {
    await saveText(viewer, input)
    return paths.admin('templates', input.key, input.locale, { done: 'saved' })
  },
})

export const sendTest = defineAction({
  viewer: 'administrator',
  input: textName,
  run: async (viewer, name) => {
    await sendTestMail(viewer, name)
    return paths.admin('templates', name.key, name.locale, { done: 'test' })
  },
})

const reset = defineAction({
  viewer: 'administrator',
  input: textName,
  run: async (viewer, name) => {
    await resetText(viewer, name)
    return paths.admin('templates', name.key, name.locale, { done: 'reset' })
  },
})

export async function resetTemplate(form: FormData): Promise<void> {
  await reset(form)
}
