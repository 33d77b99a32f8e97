'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { changeSetting, resetSetting } from '#lib/settings/commands.ts'
import { isSettingKey } from '#lib/settings/settings.ts'

const key = z.string().refine(isSettingKey, 'unknown')

export const saveSetting = defineAction({
  viewer: 'administrator',
  input: z.object({ key, value: z.string().max(1000, 'tooLong').default('') }),
  run: async (viewer, input) => {
    await changeSetting(viewer, input.key, input.value)
    return paths.admin('settings', { done: input.key })
  },
})

const reset = defineAction({
  viewer: 'administrator',
  input: z.object({ key }),
  run: async (viewer, input) => {
    await resetSetting(viewer, input.key)
    return paths.admin('settings', { done: input.key })
  },
})

export async function resetToDefault(form: FormData): Promise<void> {
  await reset(form)
}
