import { beforeAll, expect, test } from 'vitest'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import { dress } from './commands.ts'
import { mayWear, wearersByTheme } from './queries.ts'

const world = adminWorld()
beforeAll(() =>
  world.asOwner(`insert into companies (id, customer_group_id, name) overriding system value values (2, 2, 'AC')`),
)

test('a company wears what it is given, before its customer group, and takes it off again', async () => {
  const ada = await world.ada()
  await dress(ada, { kind: 'customer_group', id: 1 }, 'default')
  expect(await world.contact(1)).toMatchObject({ group_theme: 'default', company_theme: null })
  await dress(ada, { kind: 'company', id: 1 }, 'default')
  expect(await world.contact(1)).toMatchObject({ company_theme: 'default' })
  expect(await world.told()).toMatchObject({
    action: 'company.dressed',
    before: { theme: null },
    after: { theme: 'default' },
  })
  const wearers = (await wearersByTheme(ada, 'en'))('default')
  expect(wearers).toMatchObject({ groups: [{ label: 'ACME' }], companies: [{ name: 'ACME Ltd.' }] })
  await dress(ada, { kind: 'company', id: 1 }, null)
  expect(await world.contact(1)).toMatchObject({ company_theme: null })
})

test('also a company that the administrator could not read is found by its name, and dressed', async () => {
  const ada = await world.ada()
  const found = await mayWear(ada, 'default', 'ac', 'en')
  expect(found.companies.map(({ name }) => name)).toEqual(['AC', 'ACME Ltd.'])
  await dress(ada, { kind: 'company', id: 2 }, 'default')
})

test('a theme that is not installed, and who is not there, are refused', async () => {
  const ada = await world.ada()
  await expect(dress(ada, { kind: 'company', id: 1 }, 'gone')).rejects.toMatchObject({ fields: { theme: 'unknown' } })
  await expect(dress(ada, { kind: 'company', id: 99 }, null)).rejects.toMatchObject({ code: 'not_found' })
  await expect(dress(ada, { kind: 'customer_group', id: 99 }, null)).rejects.toMatchObject({ code: 'not_found' })
})

test('who does not administer dresses nobody, and finds no company', async () => {
  const ben = await world.ben()
  await expect(dress(ben, { kind: 'company', id: 1 }, null)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(mayWear(ben, 'default', 'ac', 'en')).rejects.toMatchObject({ code: 'forbidden' })
})
