'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { changeNews, createNews, deleteNews } from '#lib/news/commands.ts'
import { newsChange } from '#lib/news/input.ts'
import { paths } from '#lib/paths.ts'

// The commands ask for *manage news*, which is not *administer*.

const id = z.coerce.number().int().positive()

export const create = defineAction({
  viewer: 'engineer',
  input: newsChange,
  many: ['groups'],
  run: async (viewer, change) => paths.admin('news', await createNews(viewer, change), { done: 'created' }),
})

export const save = defineAction({
  viewer: 'engineer',
  input: z.object({ id, version: z.string().max(64).optional() }).and(newsChange),
  many: ['groups'],
  run: async (viewer, { id, version, ...change }) => {
    await changeNews(viewer, id, change, version)
    return paths.admin('news', id, { done: 'saved' })
  },
})

export const remove = defineAction({
  viewer: 'engineer',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await deleteNews(viewer, id)
    return paths.admin('news', { done: 'deleted' })
  },
})
