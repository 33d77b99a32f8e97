import postgres from 'postgres'
import { beforeEach, expect, test } from 'vitest'
import { CONTACT, mailWorld } from '../mail/queries/testing.ts'
import { accountKey, reserveTry } from './back-off.ts'
import { noticeLock, tellOwnerOfLock } from './lock-notice.ts'

const world = mailWorld()
let addresses = 0

beforeEach(() =>
  world.owner.unsafe(`delete from back_offs; delete from outbox; delete from pgboss.job where name = 'lock-notice'`),
)

const attempt = (login: string, kind: 'contact' | 'engineer' = 'contact') => {
  addresses += 1
  return { kind, login, address: `192.0.2.${addresses}` }
}
/** A guess as sign-in counts it, by whatever spelling; and what the worker then does. */
async function guess(login: string, kind?: 'contact' | 'engineer'): Promise<void> {
  const one = attempt(login, kind)
  await reserveTry(one)
  await noticeLock(one)
  const jobs = await world.owner<{ sealed: string }[]>`
    delete from pgboss.job where name = 'lock-notice' returning data ->> 'sealed' as sealed`
  for (const { sealed } of jobs) await tellOwnerOfLock(sealed)
}
const mails = () =>
  world.owner`select template, contact_id::int as contact, engineer_id::int as engineer from outbox order by id`

test('the owner is told once that guessing makes the account wait, and again when it begins anew', async () => {
  for (const login of ['grace', 'GRACE', ' grace', 'Grace ']) await guess(login)
  expect(await mails()).toEqual([])
  for (let times = 0; times < 4; times += 1) await guess('grace')
  expect(await mails()).toEqual([{ template: 'account-locked', contact: CONTACT.grace, engineer: null }])
  await world.owner`update back_offs set until = now(), last_failed_at = now() - interval '16 minutes'`
  for (let times = 0; times < 6; times += 1) await guess('grace')
  expect(await mails()).toHaveLength(2)
})

test('three times a day at most, and engineers alike', async () => {
  for (let rounds = 0; rounds < 5; rounds += 1) {
    await world.owner`update back_offs set until = now(), last_failed_at = now() - interval '16 minutes'`
    for (let times = 0; times < 5; times += 1) await guess('anna', 'engineer')
  }
  expect(await mails()).toEqual(
    Array.from({ length: 3 }, () => ({ template: 'account-locked', contact: null, engineer: 1 })),
  )
})

test('of a login that nobody has, or that is refused altogether, nobody is told', async () => {
  await world.owner`update accounts set disabled = true where contact_id = ${CONTACT.ravi}`
  for (const login of ['nobody', 'ravi']) for (let times = 0; times < 6; times += 1) await guess(login)
  expect(await mails()).toEqual([])
  await world.owner`update accounts set disabled = false`
})

test('the counters are every instance’s, and outlive a crash of the database', async () => {
  const other = postgres(world.appUrl, { max: 1, onnotice: () => {} })
  try {
    for (let times = 0; times < 3; times += 1) await reserveTry(attempt('grace'))
    for (let times = 0; times < 2; times += 1)
      await other`select reserve_sign_in(${[accountKey(attempt('GRACE')), 'address:other']}::text[])`
    expect(await reserveTry(attempt('grace'))).toBeNull()
    const [free] =
      await other`select reserve_sign_in(${[accountKey(attempt('grace')), 'address:other']}::text[]) as free`
    expect(free).toEqual({ free: false })
    const [table] = await world.owner`select relpersistence as kept from pg_class where relname = 'back_offs'`
    expect(table).toEqual({ kept: 'p' })
  } finally {
    await other.end()
  }
})
