'use server'

import { z } from 'zod'
import { findingsOf } from '#app/admin/providers/findings.ts'
import { intentInput } from '#app/parts/effect.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { changeProvider, createProvider, deleteProvider } from '#lib/providers/commands.ts'
import { newProvider, providerChange } from '#lib/providers/input.ts'
import { clientOf } from '#lib/providers/queries.ts'

const id = z.coerce.number('unknown').int().positive()

export const create = defineAction({
  viewer: 'administrator',
  input: newProvider.safeExtend({ intent: intentInput }),
  many: ['hosts'],
  run: async (viewer, { intent, ...given }) => {
    if (intent === 'preview') return findingsOf(given)
    return paths.admin('providers', await createProvider(viewer, given), { done: 'created' })
  },
})

export const save = defineAction({
  viewer: 'administrator',
  input: providerChange.safeExtend({ id, version: z.string().max(64).optional(), intent: intentInput }),
  many: ['hosts'],
  run: async (viewer, { id, version, intent, ...change }) => {
    if (intent === 'preview') {
      const { key, clientSecret } = await clientOf(viewer, id)
      return findingsOf({ ...change, key, clientSecret: change.clientSecret || (clientSecret ?? '') })
    }
    await changeProvider(viewer, id, change, version)
    return paths.admin('providers', id, { done: 'saved' })
  },
})

export const remove = defineAction({
  viewer: 'administrator',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await deleteProvider(viewer, id)
    return paths.admin('providers', { done: 'deleted' })
  },
})
