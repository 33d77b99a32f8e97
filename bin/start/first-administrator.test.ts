import postgres from 'postgres'
import { expect, test } from 'vitest'
import { authenticate } from '#lib/auth/authenticate.ts'
import { ownTestDatabase } from '#lib/db/test-world.ts'
import { firstAdministrator } from './first-administrator.ts'

const database = ownTestDatabase()
const secrets = { PASSWORD_PEPPER: 'a-pepper-for-tests-a-pepper-for-tests' }
const begin = async () => {
  // What the tests' server is started with stays as it is.
  const held = process.env.DATABASE_URL
  try {
    return await firstAdministrator(database.ownerUrl, secrets)
  } finally {
    process.env.DATABASE_URL = held
  }
}
const asOwner = (query: string) => {
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })
  return owner.unsafe(query).finally(() => owner.end())
}
const signIn = (login: string, password: string) =>
  authenticate({ kind: 'engineer', login, address: password, host: 'localhost' }, password)

test('an empty installation gets an administrator, who has to choose an own password', async () => {
  const first = await begin()
  expect(first?.login).toBe('admin')
  expect(await signIn('admin', first?.password ?? '')).toMatchObject({ outcome: 'accepted' })
  const [row] = await asOwner(`select viewer_rights('engineer', id) as rights from engineers`)
  expect(row?.rights).toMatchObject({ administer: true, must_change_password: true })
})

test('until the first sign-in each start gives a new password, and the one before is worth nothing', async () => {
  const [second, third] = [await begin(), await begin()]
  expect(await signIn('admin', second?.password ?? '')).toMatchObject({ outcome: 'refused' })
  expect(await signIn('admin', third?.password ?? '')).toMatchObject({ outcome: 'accepted' })
  expect(await asOwner('select from engineers')).toHaveLength(1)
})

test('once somebody was at the desk, or others work there, nothing is made or changed', async () => {
  await asOwner(`update engineers set last_sign_in_at = now()`)
  expect(await begin()).toBeUndefined()
  await asOwner(`update engineers set login = 'else', last_sign_in_at = null`)
  expect(await begin()).toBeUndefined()
})
