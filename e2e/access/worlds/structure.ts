import fc from 'fast-check'
import type { World } from '../oracle/world.ts'

export type Structure = Pick<
  World,
  'groups' | 'companies' | 'queues' | 'statuses' | 'fields' | 'activities' | 'textClasses'
>

const exposures = ['none', 'read', 'full'] as const
const queueIds = [1, 2, 3, 4]

/** What an administrator sets up: three groups, look-alike companies, three queues and an FAQ, every exposure in each. */
export const structures: fc.Arbitrary<Structure> = fc
  .record({ portalOff: fc.boolean(), comments: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }) })
  .map(({ portalOff, comments }) => ({
    groups: [1, 2, 3].map((id) => ({ id, portal: id !== 3 || !portalOff })),
    companies: [
      { id: 1, group: 1, name: 'AC' },
      { id: 2, group: 1, name: 'ACME' },
      { id: 3, group: 2, name: 'AC' },
      { id: 4, group: 3, name: 'acme' },
    ],
    queues: queueIds.map((id) => ({ id, kind: id === 4 ? 'faq' : 'regular' }) as const),
    statuses: comments.map((acceptsComments, at) => ({ id: at + 1, queue: queueOf(at, 2), acceptsComments })),
    fields: queueIds.flatMap((queue) =>
      exposures.map((exposure, at) => ({ id: (queue - 1) * 3 + at + 1, queue, exposure })),
    ),
    activities: comments.map((_, at) => ({
      id: at + 1,
      queue: queueOf(at, 2),
      forCustomers: at % 2 === 0,
      from: [(queueOf(at, 2) - 1) * 2 + 1],
    })),
    textClasses: [
      { id: 1, customerVisible: true },
      { id: 2, customerVisible: false },
      { id: 3, customerVisible: true },
    ],
  }))

function queueOf(at: number, perQueue: number): number {
  return Math.floor(at / perQueue) + 1
}
