import postgres from 'postgres'
import { expect, inject, test } from 'vitest'
import { createTestDatabase } from '../db/testing.ts'

const database = await createTestDatabase(inject('cluster'))
const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} })

test.each([
  ['{last_name}, {first_name}', { last_name: 'Brandt', first_name: 'Lena' }, 'Brandt, Lena'],
  ['{last_name}, {first_name}', { last_name: 'Brandt' }, 'Brandt'],
  ['{last_name}, {first_name}', { first_name: 'Lena' }, 'Lena'],
  ['{name} ({city})', { name: 'ACME' }, 'ACME'],
  ['{name} ({city})', { name: 'ACME', city: 'Cork' }, 'ACME (Cork)'],
  ['{name}', { name: '{secret}', secret: 'hidden' }, '{secret}'],
  ['{number} {name}', { number: 12, name: ' A   B ' }, '12 A B'],
  ['{name}', {}, ''],
])('the pattern %s makes of %o the name %s', async (pattern, fields, name) => {
  const [row] = await sql`select name_by_pattern(${pattern}, ${sql.json(fields)}) as name`
  expect(row?.name).toBe(name)
})
