import { expect, test } from 'vitest'
import { registerCompany } from '#lib/companies/commands/save.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { contactRecord, toldContact } from '../queries/record.ts'
import { customerWorld } from './customer-world.ts'
import { changeContact, registerContact } from './save.ts'

const world = customerWorld()
const stored = async (id: number) => asViewer(await world.kim(), (tx) => contactRecord(tx, id, 'en'))
const blank = { name: 'New Person', externalId: null, locale: null, fields: {}, lists: {} }
const version = async (id: number) => versionOf(toldContact(await stored(id)))

test('a contact is stored as the data model has it, and the log hides what is personal', async () => {
  const id = await registerContact(await world.wim(), {
    ...blank,
    group: 'acme',
    company: 1,
    externalId: 'E1',
    locale: 'de',
    fields: { position: ' Buyer ', email: 'new@acme.example', born: '1980-02-29', vip: 'on', unknown: 'x' },
    lists: { topics: ['a', 'b'] },
  })
  expect(await stored(id)).toMatchObject({
    name: 'New Person',
    company: 'ACME Pumps Ltd.',
    email: 'new@acme.example',
    locale: 'de',
    fields: { position: 'Buyer', born: '1980-02-29', vip: true, topics: ['a', 'b'] },
  })
  const told = await world.told()
  expect(told).toMatchObject({
    action: 'contact.created',
    after: { name: 'New Person', fields: { position: 'Buyer' } },
  })
  expect(JSON.stringify(told)).not.toMatch(/1980|new@acme/)
})

test('every field that is wrong is named', async () => {
  const wrong = registerContact(await world.wim(), {
    ...blank,
    group: 'acme',
    name: '',
    fields: { email: 'nobody', born: 'soon' },
    lists: { topics: ['c'] },
  })
  await expect(wrong).rejects.toMatchObject({
    code: 'invalid',
    fields: {
      name: 'missing',
      'fields.email': expect.any(String),
      'fields.born': 'fieldDate',
      'lists.topics': 'fieldChoice',
    },
  })
})

test('a company of another group, an unknown one and one that is not active are not found', async () => {
  for (const company of [3, 99, 4])
    await expect(registerContact(await world.kim(), { ...blank, group: 'acme', company })).rejects.toMatchObject({
      code: 'not_found',
    })
})

test('a change keeps what the form does not know: read-only fields, and values that have no field any more', async () => {
  await changeContact(await world.wim(), {
    ...blank,
    id: 1,
    version: await version(1),
    name: 'Grace Mueller',
    fields: { position: 'Chief fitter', email: 'grace@acme.example', score: '100' },
  })
  expect((await stored(1)).fields).toEqual({ position: 'Chief fitter', score: 7, old: 'kept', vip: false })
})

test('who changes a contact that was changed meanwhile is told so', async () => {
  const old = await version(3)
  await changeContact(await world.wim(), { ...blank, id: 3, version: old, name: 'Hal Sommer' })
  const late = changeContact(await world.wim(), { ...blank, id: 3, version: old, name: 'Hal Winter' })
  await expect(late).rejects.toMatchObject({ code: 'conflict' })
  expect((await stored(3)).name).toBe('Hal Sommer')
})

test('a number elsewhere is there once in a customer group', async () => {
  await registerContact(await world.wim(), { ...blank, group: 'acme', externalId: 'E7' })
  await expect(registerContact(await world.wim(), { ...blank, group: 'acme', externalId: 'E7' })).rejects.toMatchObject(
    {
      fields: { externalId: 'taken' },
    },
  )
})

test('without write it is refused, and of a group that one may not read nothing exists', async () => {
  const change = { ...blank, id: 1, version: await version(1) }
  await expect(changeContact(await world.rea(), change)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(registerContact(await world.rea(), { ...blank, group: 'acme' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(changeContact(await world.kim(), { ...change, id: 2 })).rejects.toMatchObject({ code: 'not_found' })
  await expect(changeContact(await world.kim(), { ...change, id: 99 })).rejects.toMatchObject({ code: 'not_found' })
  await expect(registerContact(await world.kim(), { ...blank, group: 'other' })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('a required field is asked of every form until there is a value, at company and contact', async () => {
  await world.asOwner(`update data_fields set required = true where key in ('email', 'topics', 'city')`)
  const person = { ...blank, group: 'acme' }
  await expect(registerContact(await world.wim(), person)).rejects.toMatchObject({
    code: 'invalid',
    fields: { 'fields.email': 'fieldMissing', 'lists.topics': 'fieldMissing' },
  })
  const whole = { fields: { email: 'whole@acme.example' }, lists: { topics: ['a'] } }
  const id = await registerContact(await world.wim(), { ...person, ...whole })
  const emptied = { ...blank, ...whole, id, version: await version(id), fields: { email: ' ' } }
  await expect(changeContact(await world.wim(), emptied)).rejects.toMatchObject({
    fields: { 'fields.email': 'fieldMissing' },
  })
  const house = { name: 'New House', externalId: null, group: 'acme', lists: {} }
  await expect(registerCompany(await world.wim(), { ...house, fields: { city: '' } })).rejects.toMatchObject({
    fields: { 'fields.city': 'fieldMissing' },
  })
  await registerCompany(await world.wim(), { ...house, fields: { city: 'Bern' } })
  await world.asOwner('update data_fields set required = false')
  await registerContact(await world.wim(), person)
})

test('an annotation says how a field is treated, and without it the field is like any other', async () => {
  const change = async (fields: Record<string, string>) => {
    const given = { ...blank, id: 5, version: await version(5), fields }
    await changeContact(await world.kim(), given)
    return { stored: await stored(5), told: await world.told() }
  }
  const mark = (annotations: string) =>
    world.asOwner(`insert into data_fields (field_group_id, key, type, labels, annotations) values (4, 'place', 'email', '{"en": "Place"}', '${annotations}')
      on conflict (field_group_id, key) do update set annotations = excluded.annotations`)
  await mark('{}')
  const plain = await change({ place: 'a@place.example' })
  expect(plain).toMatchObject({ stored: { email: null, fields: { place: 'a@place.example' } } })
  expect(plain.told?.after).toMatchObject({ fields: { place: 'a@place.example' } })
  await mark('{readonly}')
  expect((await change({ place: 'b@place.example' })).stored.fields).toEqual({ place: 'a@place.example' })
  await mark('{personal-data}')
  const personal = await change({ place: 'c@place.example' })
  expect(personal.stored.fields).toEqual({ place: 'c@place.example' })
  expect(JSON.stringify(personal.told)).not.toContain('@place.example')
  await mark('{email}')
  expect((await change({ place: 'd@place.example' })).stored.email).toBe('d@place.example')
})
