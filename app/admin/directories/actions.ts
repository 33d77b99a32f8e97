'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { changeDirectory, createDirectory, deleteDirectory } from '#lib/directories/commands.ts'
import { directoryChange } from '#lib/directories/input.ts'
import { paths } from '#lib/paths.ts'

const id = z.coerce.number('unknown').int().positive()

export const create = defineAction({
  viewer: 'administrator',
  input: directoryChange,
  run: async (viewer, change) =>
    paths.admin('directories', await createDirectory(viewer, change), 'test', { done: 'created' }),
})

export const save = defineAction({
  viewer: 'administrator',
  input: directoryChange.safeExtend({ id, version: z.string().max(64).optional() }),
  run: async (viewer, { id, version, ...change }) => {
    await changeDirectory(viewer, id, change, version)
    return paths.admin('directories', id, { done: 'saved' })
  },
})

export const remove = defineAction({
  viewer: 'administrator',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await deleteDirectory(viewer, id)
    return paths.admin('directories', { done: 'deleted' })
  },
})
