'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { dress } from '#lib/themes/commands.ts'

const theme = z.string().min(1).max(100)
const id = z.coerce.number('unknown').int('unknown').positive('unknown')

export const dressGroup = defineAction({
  viewer: 'administrator',
  input: z.object({ theme, group: id }),
  run: async (viewer, input) => {
    await dress(viewer, { kind: 'customer_group', id: input.group }, input.theme)
    return paths.admin('themes', input.theme, { done: 'dressed' })
  },
})

const dressing = defineAction({
  viewer: 'administrator',
  input: z.object({ theme, company: id }),
  run: async (viewer, input) => {
    await dress(viewer, { kind: 'company', id: input.company }, input.theme)
    return paths.admin('themes', input.theme, { done: 'dressed' })
  },
})
export async function dressCompany(form: FormData): Promise<void> {
  await dressing(form)
}

const undressing = defineAction({
  viewer: 'administrator',
  input: z.object({ theme, kind: z.enum(['customer_group', 'company']), id }),
  run: async (viewer, { theme, ...wearer }) => {
    await dress(viewer, wearer, null)
    return paths.admin('themes', theme, { done: 'undressed' })
  },
})
export async function undress(form: FormData): Promise<void> {
  await undressing(form)
}
