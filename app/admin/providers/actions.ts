'use server'

import { z } from 'zod'
import { findingsOf } from '#app/admin/providers/findings.ts'
import { intentInput } from '#app/parts/effect.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { changeProvider, createProvider, deleteProvider } from '#lib/providers/commands.ts'
import { newProvider, providerChange } from '#lib/providers/input.ts'
import { clientSecretOf } from '#lib/providers/queries.ts'

const shownKey = z.string().min(1).max(40)

export const create = defineAction({
  viewer: 'administrator',
  input: newProvider.safeExtend({ intent: intentInput }),
  many: ['hosts'],
  run: async (viewer, { intent, ...given }) => {
    if (intent === 'preview') return findingsOf(given)
    await createProvider(viewer, given)
    return paths.admin('providers', given.key, { done: 'created' })
  },
})

export const save = defineAction({
  viewer: 'administrator',
  input: providerChange.safeExtend({ shownKey, version: z.string().max(64).optional(), intent: intentInput }),
  many: ['hosts'],
  run: async (viewer, { shownKey: key, version, intent, ...change }) => {
    if (intent === 'preview') {
      const clientSecret = change.clientSecret || ((await clientSecretOf(viewer, key)) ?? '')
      return findingsOf({ ...change, clientSecret, key })
    }
    await changeProvider(viewer, key, change, version)
    return paths.admin('providers', key, { done: 'saved' })
  },
})

export const remove = defineAction({
  viewer: 'administrator',
  input: z.object({ shownKey }),
  run: async (viewer, { shownKey: key }) => {
    await deleteProvider(viewer, key)
    return paths.admin('providers', { done: 'deleted' })
  },
})
