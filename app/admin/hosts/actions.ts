'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { changeHost, createHost, deleteHost } from '#lib/hosts/commands.ts'
import { hostChange } from '#lib/hosts/input.ts'
import { paths } from '#lib/paths.ts'

const shownHost = z.string().min(1).max(253)

export const create = defineAction({
  viewer: 'administrator',
  input: hostChange,
  many: ['groups'],
  run: async (viewer, change) => {
    await createHost(viewer, change)
    return paths.admin('hosts', { done: 'saved' })
  },
})

export const save = defineAction({
  viewer: 'administrator',
  input: hostChange.extend({ shownHost, version: z.string().max(64).optional() }),
  many: ['groups'],
  run: async (viewer, { shownHost, version, ...change }) => {
    await changeHost(viewer, shownHost, change, version)
    return paths.admin('hosts', { done: 'saved' })
  },
})

export const remove = defineAction({
  viewer: 'administrator',
  input: z.object({ shownHost }),
  run: async (viewer, { shownHost }) => {
    await deleteHost(viewer, shownHost)
    return paths.admin('hosts', { done: 'deleted' })
  },
})
