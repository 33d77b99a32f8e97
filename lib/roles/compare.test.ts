import { expect, test } from 'vitest'
import { compareRoles, differs } from './compare.ts'
import type { Grants } from './grants.ts'

const left: Grants = {
  queues: [
    { id: 1, grants: ['read', 'append'] },
    { id: 2, grants: ['read'] },
  ],
  groups: [{ id: 1, grants: ['read'] }],
  rights: ['ownCompany'],
}
const right: Grants = {
  queues: [
    { id: 1, grants: ['read', 'create'] },
    { id: 2, grants: ['read'] },
  ],
  groups: [],
  rights: ['ownCompany', 'manageFaq'],
}

test('what both grant, what only one grants, in the order of the queues, and nothing of what neither does', () => {
  const compared = compareRoles(left, right, { queues: [2, 1, 3], groups: [1, 2] })
  expect(compared).toEqual({
    queues: [
      { id: 2, both: ['read'], onlyLeft: [], onlyRight: [] },
      { id: 1, both: ['read'], onlyLeft: ['append'], onlyRight: ['create'] },
    ],
    groups: [{ id: 1, both: [], onlyLeft: ['read'], onlyRight: [] }],
    rights: { both: ['ownCompany'], onlyLeft: [], onlyRight: ['manageFaq'] },
  })
  expect(compared.queues.map(differs)).toEqual([false, true])
})
