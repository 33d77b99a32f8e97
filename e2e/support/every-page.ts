import { buildOf } from '../access/http/build.ts'
import { readingRows } from '../access/http/rows.ts'
import { groups, roles, town } from '../access/http/town.ts'
import { townspeople, type Visitor } from '../access/http/visitors.ts'
import type { Message } from '../access/http/wire.ts'
import type { World } from '../access/oracle/world.ts'

/** One page on the way of one who is shown it. */
export type Example = { readonly visitor: Visitor; readonly message: Message }

/** The town, but that its keeper writes in two groups: with one there is nothing to choose. */
export const staffTown: World = {
  ...town,
  roles: town.roles.map((role) =>
    role.id === roles.keeper
      ? {
          ...role,
          onGroups: [...role.onGroups, ...['read', 'write'].map((grant) => ({ group: groups.health, grant }))],
        }
      : role,
  ),
}

/** `/queues/q1` and `/queues/q2` show the same page, `/queues/new` another one. */
const shapeOf = ({ path }: Message) => path.replace(/\?.*/, '').replace(/\d+/g, '…')

/**
 * Every page that the build has below this address, and of each the first address of every shape that somebody of the town is
 * shown, as the access matrix has it. A page that nobody is shown has none.
 */
export function examplesBelow(root: '/desk' | '/admin'): Map<string, Example[]> {
  const pages = buildOf().pages.filter((page) => page === root || page.startsWith(`${root}/`))
  return new Map(pages.toSorted().map((page) => [page, examplesOf(page)]))
}

function examplesOf(page: string): Example[] {
  const cases = readingRows.find(({ target }) => target === `GET ${page}`)?.cases
  const found = new Map<string, Example>()
  for (const visitor of townspeople) {
    for (const { message, expected } of cases?.({ world: staffTown, viewer: visitor.viewer }) ?? []) {
      const shape = shapeOf(message)
      if (expected.kind === 'shown' && !found.has(shape)) found.set(shape, { visitor, message })
    }
  }
  return [...found.values()]
}
