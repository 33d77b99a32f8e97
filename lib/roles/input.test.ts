import { expect, test } from 'vitest'
import { roleChange } from './input.ts'

const form = { name: ' Track ', description: '', queues: [], groups: [], rights: [] }

test('ticked cells become one entry a queue, whatever their order', () => {
  const role = roleChange.parse({
    ...form,
    queues: ['7:append', '3:create', '7:read', '7:append'],
    groups: ['2:delete'],
  })
  expect(role).toEqual({
    name: 'Track',
    description: '',
    queues: [
      { id: 3, grants: ['create'] },
      { id: 7, grants: ['read', 'append'] },
    ],
    groups: [{ id: 2, grants: ['delete'] }],
    rights: [],
  })
})

test('a grant that does not exist is refused and not dropped', () => {
  for (const wrong of [
    { queues: ['1:delete'] },
    { groups: ['1:execute'] },
    { rights: ['everything'] },
    { queues: ['x:read'] },
  ]) {
    expect(roleChange.safeParse({ ...form, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
  }
})

test('a role has a name', () => {
  expect(roleChange.safeParse({ ...form, name: '  ' }).success).toBe(false)
})
