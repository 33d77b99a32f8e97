import { notFound } from '#lib/errors.ts'
import { paths } from '#lib/paths.ts'

/** @throws AppError `not_found` for what cannot be an id */
export function idIn(segment: string | string[] | undefined): number {
  if (!/^\d{1,15}$/.test(String(segment))) throw notFound()
  return Number(segment)
}

export const PARTS = ['fields', 'statuses', 'activities', 'text-classes', 'service'] as const
export type Part = (typeof PARTS)[number]
export type Done = 'created' | 'saved' | 'deleted' | 'moved'

/** A queue's page, its basics without a part; `done` says what was done before one comes there. */
export function queuePath(queue: number, part?: Part, id?: number | 'new', done?: Done): string {
  const rest = [queue, part, id].filter((one) => one !== undefined)
  return paths.admin('queues', ...rest, { done })
}
