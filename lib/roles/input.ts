import { z } from 'zod'
import { GROUP_GRANTS, type Grants, QUEUE_GRANTS, RIGHTS } from './grants.ts'

/** Ticked cells of a matrix, `id:grant`, as one entry an id; ids ascending, grants in the order of `known`. */
function cells<Grant extends string>(known: readonly Grant[]) {
  const cell = z.string().regex(new RegExp(`^\\d{1,15}:(${known.join('|')})$`), 'invalid')
  return z
    .array(cell)
    .max(20_000)
    .transform((ticked) => {
      const held = Map.groupBy(ticked, (one) => Number(one.split(':')[0]))
      return [...held]
        .map(([id, of]) => ({ id, grants: known.filter((grant) => of.includes(`${id}:${grant}`)) }))
        .toSorted((one, other) => one.id - other.id)
    })
}

/** The names that the form sends several times. */
export const roleLists = ['queues', 'groups', 'rights'] as const

/** A role as it shall be, whole: what it is called and all that it grants. */
export const roleChange = z.object({
  name: z.string().trim().min(1, 'missing').max(100, 'tooLong'),
  description: z.string().trim().max(500, 'tooLong').default(''),
  queues: cells(QUEUE_GRANTS),
  groups: cells(GROUP_GRANTS),
  rights: z.array(z.enum(RIGHTS, 'invalid')).transform((given) => RIGHTS.filter((right) => given.includes(right))),
})

export type RoleChange = z.output<typeof roleChange> & Grants
