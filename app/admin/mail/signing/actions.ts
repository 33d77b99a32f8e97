'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { makeSigningKey, removeSigningKey, signWith } from '#lib/mail/commands/sign.ts'
import { signingDomain } from '#lib/mail/input.ts'
import { paths } from '#lib/paths.ts'

const key = z.object({
  key: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
})

export const makeKey = defineAction({
  viewer: 'administrator',
  input: z.object({ domain: signingDomain }),
  run: async (viewer, { domain }) => {
    await makeSigningKey(viewer, domain)
    return paths.admin('mail', 'signing', { done: 'made' })
  },
})

const use = defineAction({
  viewer: 'administrator',
  input: key,
  run: async (viewer, input) => {
    await signWith(viewer, input.key)
    return paths.admin('mail', 'signing', { done: 'used' })
  },
})

/** A key that is gone meanwhile cannot sign: the page shows those that are left. */
export async function useKey(form: FormData): Promise<void> {
  await use(form)
}

const remove = defineAction({
  viewer: 'administrator',
  input: key,
  run: async (viewer, input) => {
    await removeSigningKey(viewer, input.key)
    return paths.admin('mail', 'signing', { done: 'removed' })
  },
})

/** One that is gone already is as good as removed. */
export async function removeKey(form: FormData): Promise<void> {
  await remove(form)
}
