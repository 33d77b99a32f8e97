import { z } from 'zod'

const id = z.coerce.number().int().positive()
const version = z.string().max(100).optional()

/** Which queue, status, field or activity a form means, and the version that it showed. */
export const ofQueue = z.object({ queue: id })
export const shownQueue = ofQueue.extend({ version })
export const ofPart = z.object({ queue: id, id })
export const shownPart = ofPart.extend({ version })

const direction = z.enum(['up', 'down'])
export const moveOfQueue = ofQueue.extend({ direction })
export const moveOfPart = ofPart.extend({ direction })
