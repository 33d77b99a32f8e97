import { beforeAll, expect, test } from 'vitest'
import { asViewer } from '#lib/db/transaction.ts'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import type { FieldType } from '#lib/tickets/field-types.ts'
import { requiredProblem } from '../annotation-rules.ts'
import type { Annotation } from '../annotations.ts'
import { fieldFor, fieldsOf } from '../data-model.ts'
import type { NewField } from '../input.ts'
import { dataModelOf } from '../queries/data-model.ts'
import { changeField, createField, removeField, restoreField } from './field.ts'
import { createFieldGroup, deleteFieldGroup } from './field-group.ts'
import { changeType, tryType } from './field-type.ts'
import { moveField } from './order.ts'

const world = adminWorld()
let person: number
let company: number
const field = (key: string, type: FieldType = 'text', annotations: Annotation[] = []): NewField => ({
  key,
  type,
  annotations,
  labels: { en: key },
  help: {},
  options: [],
  required: false,
})
const create = async (given: NewField, fieldGroup = person) =>
  createField(await world.ada(), { group: 1, fieldGroup }, given)
const at = (id: number) => ({ group: 1, id })
const model = async () => asViewer(await world.ada(), (tx) => dataModelOf(tx, 1))
const fields = async () =>
  (await world.asOwner<{ fields: object }[]>('select fields from contact_details where contact_id = 1'))[0]?.fields

beforeAll(async () => {
  const ada = await world.ada()
  person = await createFieldGroup(ada, 1, { level: 'contact', labels: { en: 'Person' } })
  company = await createFieldGroup(ada, 1, { level: 'company', labels: { en: 'Company' } })
  await world.asOwner(`insert into contact_details (contact_id, fields) values (1, '{}')`)
})

test('fields stand in the data model in their order, each key once on a level', async () => {
  const one = await create(field('one'))
  await create(field('two'))
  await create(field('one'), company)
  await expect(create(field('one'))).rejects.toMatchObject({ fields: { key: 'taken' } })
  await moveField(await world.ada(), at(one), 'down')
  expect(fieldsOf(await model(), 'contact').map(({ key }) => key)).toEqual(['two', 'one'])
  expect(fieldsOf(await model(), 'company').map(({ key }) => key)).toEqual(['one'])
})

test.each([
  ['username', 'text', 'company', 'contactOnly'],
  ['email', 'email', 'company', 'contactOnly'],
  ['password', 'number', 'contact', 'annotationType'],
] as const)('the annotation %s on a %s field of a %s is refused', async (annotation, type, level, problem) => {
  const fieldGroup = level === 'company' ? company : person
  await expect(create(field('marked', type, [annotation]), fieldGroup)).rejects.toMatchObject({
    fields: { annotations: problem },
  })
})

test('login, password, LDAP id and address are one field each, and the data model names it', async () => {
  for (const annotation of ['username', 'password', 'ldapid', 'email'] as const) {
    await create(field(`the_${annotation}`, 'text', [annotation]))
    await expect(create(field('another', 'text', [annotation]))).rejects.toMatchObject({
      fields: { annotations: 'annotationTaken' },
    })
    expect(fieldFor(await model(), annotation)?.key).toBe(`the_${annotation}`)
  }
  await expect(create(field('both', 'text', ['username', 'password']))).rejects.toMatchObject({
    fields: { annotations: 'oneOf' },
  })
})

test.each(['username', 'password', 'ldapid', 'readonly'] as const)(
  'a field that nobody is asked for, as with %s, cannot be required',
  async (annotation) => {
    await expect(create({ ...field('must', 'text', [annotation]), required: true })).rejects.toMatchObject({
      fields: expect.objectContaining(
        annotation === 'readonly' ? { required: 'notAsked' } : { annotations: 'annotationTaken' },
      ),
    })
    expect(requiredProblem({ type: 'text', annotations: [annotation], required: true })).toEqual({
      required: 'notAsked',
    })
  },
)

test('an annotation stays while the account has a value for it', async () => {
  const login = fieldFor(await model(), 'username')
  if (!login) throw new Error('no login')
  const change = { labels: login.labels, help: {}, options: [], required: false, annotations: [] }
  await expect(changeField(await world.ada(), at(login.id), change)).rejects.toMatchObject({
    fields: { annotations: 'annotationHasValues' },
  })
  await expect(changeType(await world.ada(), at(login.id), 'number')).rejects.toMatchObject({
    detail: { reason: 'annotationType' },
  })
})

test('a new type rewrites what comes through whole and leaves the rest as it is; the dry run said so', async () => {
  const id = await create(field('count'))
  await world.asOwner(`insert into contacts (id, customer_group_id, name) overriding system value values (11, 1, 'Eleven'), (12, 1, 'Twelve');
    insert into contact_details (contact_id, fields) values (11, '{"count": "12", "other": "stays"}'), (12, '{"count": "a dozen"}')`)
  const dry = await tryType(await world.ada(), at(id), 'number')
  expect(dry).toMatchObject({ converts: 1, stays: 1, staying: [{ value: 'a dozen', holders: 1 }] })
  expect(fieldsOf(await model(), 'contact').find(({ key }) => key === 'count')?.type).toBe('text')
  await changeType(await world.ada(), at(id), 'number')
  const rows = await world.asOwner(
    'select fields from contact_details where contact_id in (11, 12) order by contact_id',
  )
  expect(rows).toEqual([{ fields: { count: 12, other: 'stays' } }, { fields: { count: 'a dozen' } }])
  expect(await world.told()).toMatchObject({ action: 'data_field.type_changed', after: { converted: 1, unchanged: 1 } })
})

test('texts become the choices of a list', async () => {
  const id = await create(field('colour'))
  await world.asOwner(`update contact_details set fields = '{"colour": "Red"}' where contact_id = 11;
    update contact_details set fields = '{"colour": "red"}' where contact_id = 12`)
  await changeType(await world.ada(), at(id), 'list')
  const colour = fieldsOf(await model(), 'contact').find(({ key }) => key === 'colour')
  expect(colour?.options).toHaveLength(1)
  const rows = await world.asOwner('select distinct fields from contact_details where contact_id in (11, 12)')
  expect(rows).toEqual([{ fields: { colour: colour?.options?.[0]?.value } }])
})

test('a field with values goes to the archive with them and comes back; one without is gone', async () => {
  const id = await create(field('shoe'))
  await world.asOwner(`update contact_details set fields = '{"shoe": "42"}' where contact_id = 1`)
  const ada = await world.ada()
  expect(await removeField(ada, at(id))).toBe('archived')
  expect(fieldsOf(await model(), 'contact').map(({ key }) => key)).not.toContain('shoe')
  expect(await fields()).toEqual({ shoe: '42' })
  await expect(deleteFieldGroup(ada, at(person))).rejects.toMatchObject({ code: 'conflict' })
  await restoreField(ada, at(id))
  expect(fieldsOf(await model(), 'contact').map(({ key }) => key)).toContain('shoe')
  expect(await removeField(ada, at(await create(field('empty'))))).toBe('deleted')
})

test('a choice that was made is retired and not taken away', async () => {
  const option = (value: string) => ({ value, labels: { en: value } })
  const id = await create({ ...field('size', 'list'), options: [option('s'), option('m')] })
  await changeField(await world.ada(), at(id), { ...field('size'), options: [option('m')] })
  const size = fieldsOf(await model(), 'contact').find(({ key }) => key === 'size')
  expect(size?.options).toEqual([option('m'), { ...option('s'), retired: true }])
})

test('nobody else changes the data model, and no field of another group is reached', async () => {
  await expect(createFieldGroup(await world.ben(), 1, { level: 'contact', labels: { en: 'X' } })).rejects.toMatchObject(
    {
      code: 'forbidden',
    },
  )
  const id = await create(field('own'))
  await expect(removeField(await world.ada(), { group: 2, id })).rejects.toMatchObject({ code: 'not_found' })
})
