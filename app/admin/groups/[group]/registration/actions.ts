'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { changeOffer } from '#lib/registration/commands/offer.ts'
import { offerChange } from '#lib/registration/input.ts'

export const saveOffer = defineAction({
  viewer: 'administrator',
  input: z
    .object({ group: z.coerce.number().int().positive(), version: z.string().max(64).optional() })
    .and(offerChange),
  many: ['hosts', 'asked'],
  run: async (viewer, { group, version, ...change }) => {
    await changeOffer(viewer, group, change, version)
    return paths.admin('groups', group, 'registration', { done: 'registration' })
  },
})
