'use server'

import { cookies } from 'next/headers'
import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { AppError } from '#lib/errors.ts'
import { paths } from '#lib/paths.ts'
import { dress } from '#lib/themes/commands.ts'
import { PREVIEW_COOKIE, PREVIEW_SECONDS, sealPreview } from '#lib/themes/preview.ts'
import { isTheme } from '#lib/themes/registry.ts'

const theme = z.string().min(1).max(100)
const id = z.coerce.number('unknown').int('unknown').positive('unknown')

const opening = defineAction({
  viewer: 'administrator',
  input: z.object({ theme }),
  newPage: true,
  run: async (_viewer, input) => {
    if (!isTheme(input.theme)) throw new AppError('not_found')
    const jar = await cookies()
    const keep = { maxAge: PREVIEW_SECONDS, sameSite: 'lax', httpOnly: true, path: '/' } as const
    jar.set(PREVIEW_COOKIE, sealPreview(input.theme), keep)
    return paths.admin('themes', 'preview')
  },
})
export async function openPreview(form: FormData): Promise<void> {
  await opening(form)
}

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
