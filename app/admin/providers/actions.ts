'use server'

import { z } from 'zod'
import { findingsOf } from '#app/admin/providers/findings.ts'
import { intentInput } from '#app/parts/effect.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { changeProvider, createProvider, deleteProvider } from '#lib/providers/commands.ts'
import { typedOrHeld } from '#lib/providers/held-secret.ts'
import { newProvider, providerChange } from '#lib/providers/input.ts'
import { clientOf } from '#lib/providers/queries.ts'

const id = z.coerce.number('unknown').int().positive()
const asked = { intent: intentInput, tried: z.string().max(2000).optional() }

export const create = defineAction({
  viewer: 'administrator',
  input: newProvider.safeExtend(asked),
  many: ['hosts'],
  run: async (viewer, { intent, tried, ...typed }) => {
    const given = { ...typed, clientSecret: typedOrHeld(typed.clientSecret, tried) }
    if (intent === 'preview') return findingsOf(given, given.clientSecret)
    return paths.admin('providers', await createProvider(viewer, given), { done: 'created' })
  },
})

export const save = defineAction({
  viewer: 'administrator',
  input: providerChange.safeExtend({ ...asked, id, version: z.string().max(64).optional() }),
  many: ['hosts'],
  run: async (viewer, { id, version, intent, tried, ...typed }) => {
    const change = { ...typed, clientSecret: typedOrHeld(typed.clientSecret, tried) }
    if (intent === 'preview') {
      const { key, clientSecret } = await clientOf(viewer, id)
      return findingsOf(
        { ...change, key, clientSecret: change.clientSecret || (clientSecret ?? '') },
        change.clientSecret,
      )
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
