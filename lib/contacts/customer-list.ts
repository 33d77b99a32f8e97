import { z } from 'zod'

const cursor = z.string().max(300).optional().catch(undefined)

/** What a list of contacts or companies asks for; anything unknown in an address falls back to its default. */
export const customerListShape = z.object({
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .catch(undefined)
    .transform((words) => words || undefined),
  group: z.string().max(100).optional().catch(undefined),
  active: z.enum(['yes', 'no', 'all']).catch('yes'),
  /** The place after which the page begins, and the one before which it ends. */
  after: cursor,
  before: cursor,
})

export type CustomerListView = z.output<typeof customerListShape>

/** A page of a list by name. A search can only be read forwards. */
export type CustomerPage<Row> = { rows: Row[]; previous: string | undefined; next: string | undefined }
