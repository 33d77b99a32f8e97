import { expect, test } from 'vitest'
import type { DataField, DataModel } from './data-model.ts'
import { lackedFields } from './lacked.ts'

const field = (key: string, change: Partial<DataField> = {}): DataField => ({
  ...{ id: 1, key, type: 'text', labels: {}, help: null, required: true, options: null, annotations: [], ...change },
})
const model: DataModel = {
  customerGroupId: 1,
  hasCompanies: true,
  names: { company: null, contact: null },
  fieldGroups: [
    { id: 1, level: 'company', labels: {}, fields: [field('city')] },
    {
      id: 2,
      level: 'contact',
      labels: {},
      fields: [
        field('mail', { annotations: ['email'] }),
        field('topics', { type: 'multi_list' }),
        field('phone'),
        field('note', { required: false }),
      ],
    },
  ],
}
const lacks = (level: 'company' | 'contact', held: Parameters<typeof lackedFields>[2]) =>
  lackedFields(model, level, held).map(({ key }) => key)

test('a record lacks the required fields of its level that are empty, and no others', () => {
  expect(lacks('contact', { email: null, fields: { topics: [], phone: '' } })).toEqual(['mail', 'topics', 'phone'])
  expect(lacks('contact', { email: 'a@b.example', fields: { topics: ['x'], phone: false } })).toEqual([])
  expect(lacks('company', { fields: {} })).toEqual(['city'])
})
