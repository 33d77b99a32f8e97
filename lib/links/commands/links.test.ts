import { describe, expect, it } from 'vitest'
import { rankTest } from '#e2e/support/rank-test.ts'
import { accountOfLink } from '#lib/links/queries.ts'
import { deliverMail } from '#lib/mail/commands/deliver.ts'
import { mailServer } from '#lib/mail/mail-server.ts'
import { CONTACT, mailWorld, sendThrough } from '#lib/mail/queries/testing.ts'
import { readMail } from '#lib/mail/read.ts'
import { hashOf } from '../tokens.ts'
import { answerRequest, askForReset } from './ask.ts'
import { issueLink } from './issue.ts'
import { setPasswordByLink } from './set-password.ts'

const world = mailWorld()
const grace = { contactId: CONTACT.grace, engineerId: null }
const word = (token: string) => ({ token, password: 'quiet-meadow-77', repeat: 'quiet-meadow-77' })
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.code,
  )
let addresses = 0
/** Each from an address of its own, as those who ask are. */
const ask = (login: string, kind: 'contact' | 'engineer' = 'contact') => {
  addresses += 1
  return askForReset({ kind, login, address: `192.0.2.${addresses}` })
}

/** What the worker does with the requests that wait. */
async function work(): Promise<void> {
  const jobs = await world.owner<{ sealed: string }[]>`
    delete from pgboss.job where name = 'password-reset' returning data ->> 'sealed' as sealed`
  for (const { sealed } of jobs) await answerRequest(sealed)
}
const mails = async () =>
  world.owner`select template, contact_id::int as contact, engineer_id::int as engineer from outbox order by id`

describe('a link', () => {
  it('sets the password once, of twenty who submit at the same time', async () => {
    const token = await issueLink('reset', grace, 30)
    const results = await Promise.all(
      Array.from({ length: 20 }, () => outcome(setPasswordByLink('reset', word(token), 'x'))),
    )
    expect(results.filter((one) => one === 'done')).toHaveLength(1)
    expect(results.filter((one) => one === 'not_found')).toHaveLength(19)
  }, 180_000)
  it('uses nothing up when it is opened, and is only a hash in the database', async () => {
    const token = await issueLink('reset', grace, 30)
    expect(await accountOfLink('reset', token)).toMatchObject({ kind: 'contact', login: 'Grace' })
    expect(await accountOfLink('reset', token)).not.toBeNull()
    const [row] =
      await world.owner`select count(*)::int as hashes from account_links where token_hash = ${hashOf(token)}`
    expect(row).toEqual({ hashes: 1 })
    const [clear] =
      await world.owner`select count(*)::int as tokens from account_links where account_links::text like ${`%${token}%`}`
    expect(clear).toEqual({ tokens: 0 })
  })
  it('holds for its purpose and its time only, and for nobody who is shut out', async () => {
    const token = await issueLink('invitation', grace, 30)
    expect(await accountOfLink('reset', token)).toBeNull()
    expect(await outcome(setPasswordByLink('reset', word(token), 'x'))).toBe('not_found')
    await world.owner`update accounts set disabled = true where contact_id = ${CONTACT.grace}`
    expect(await accountOfLink('invitation', token)).toBeNull()
    await world.owner`update accounts set disabled = false`
    await world.owner`update account_links set expires_at = now() where token_hash = ${hashOf(token)}`
    expect(await accountOfLink('invitation', token)).toBeNull()
    expect(await outcome(setPasswordByLink('invitation', word(token), 'x'))).toBe('not_found')
  })
  it('ends sessions, older links and the back-off, and tells the owner', async () => {
    const [older, newer] = [await issueLink('reset', grace, 30), await issueLink('reset', grace, 30)]
    await world.owner`insert into sessions (token_hash, contact_id, expires_at, idle_minutes) values ('s', ${CONTACT.grace}, now() + interval '1 hour', 60)`
    await world.owner`insert into back_offs (key, failures, last_failed_at, until) values ('contact:grace', 9, now(), now() + interval '10 minutes')`
    await world.owner`delete from outbox`
    await setPasswordByLink('reset', word(newer), '192.0.2.1')
    expect(await outcome(setPasswordByLink('reset', word(older), 'x'))).toBe('not_found')
    const [left] = await world.owner`
      select (select count(*)::int from sessions where ended_at is null) as sessions, (select count(*)::int from back_offs where key = 'contact:grace') as waits,
        (select must_change_password from accounts where contact_id = ${CONTACT.grace}) as initial`
    expect(left).toEqual({ sessions: 0, waits: 0, initial: false })
    expect(await mails()).toEqual([{ template: 'password-changed', contact: CONTACT.grace, engineer: null }])
    const audit =
      await world.owner`select action, actor_kind from audit where action = 'password.reset' order by id desc limit 1`
    expect(audit[0]).toEqual({ action: 'password.reset', actor_kind: 'contact' })
  })
  it.each([
    ['short', 'short', { password: 'too_short' }],
    ['grace-acme-ltd', 'grace-acme-ltd', { password: 'contains_login' }],
    ['quiet-meadow-77', 'quiet-meadow-78', { repeat: 'mismatch' }],
  ])('keeps the rules for passwords: %s, %s', async (password, repeat, fields) => {
    const token = await issueLink('reset', grace, 30)
    await expect(setPasswordByLink('reset', { token, password, repeat }, 'x')).rejects.toMatchObject({ fields })
    expect(await accountOfLink('reset', token)).not.toBeNull()
  })
})

describe('"forgot your password?"', () => {
  it('sends the owner of a login a mail, by whatever spelling, and nobody else one', async () => {
    await world.owner`delete from outbox`
    for (const login of [' GRACE ', 'nobody', 'mute']) await ask(login)
    await ask('anna', 'engineer')
    await ask('anna')
    await world.owner`update accounts set profile_id = null where login = 'olga'`
    await ask('olga')
    await work()
    const written = await mails()
    expect(written).toHaveLength(2)
    expect(written).toEqual(
      expect.arrayContaining([
        { template: 'track-password-reset-template', contact: CONTACT.grace, engineer: null },
        { template: 'track-password-reset-template', contact: null, engineer: 1 },
      ]),
    )
    const causes = await world.owner<{ outcome: string }[]>`
      select after ->> 'outcome' as outcome from audit where action = 'password.reset_asked'`
    expect(causes.map((cause) => cause.outcome).toSorted()).toEqual(
      ['sent', 'sent', 'unknown_login', 'unknown_login', 'no_email', 'no_access'].toSorted(),
    )
    const [told] = await world.owner`select count(*)::int as logins from audit where after::text like '%nobody%'`
    expect(told).toEqual({ logins: 0 })
  })
  it('the mail has a link on the host of the customer group, which works, and which no table holds', async () => {
    await world.owner`delete from outbox`
    const post = await mailServer()
    sendThrough(post.url)
    await ask('grace')
    await work()
    const [mail] = await world.owner<{ id: string }[]>`select id from outbox`
    await deliverMail(Number(mail?.id))
    await post.stop()
    const { text } = readMail(post.received[0]?.raw ?? '')
    const link = new URL(/https:\S+/.exec(text)?.[0] ?? '')
    expect(link.origin + link.pathname).toBe('https://acme.example/reset-password')
    const token = link.searchParams.get('token') ?? ''
    expect(await accountOfLink('reset', token)).toMatchObject({ login: 'Grace' })
    const tables = await world.owner<{ name: string }[]>`
      select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`
    for (const { name } of tables) {
      const [row] = await world.owner.unsafe(
        `select count(*)::int as found from ${name} t where t::text like '%${token}%'`,
      )
      expect({ name, found: row?.found }).toEqual({ name, found: 0 })
    }
  })
  it('sends three in a quarter of an hour at most', async () => {
    await world.owner`delete from outbox`
    for (let times = 0; times < 5; times += 1) {
      await ask('ravi')
      await work()
    }
    expect(await mails()).toHaveLength(3)
  })
  it('is slowed for a login and for an address, known or not', async () => {
    await world.owner`delete from back_offs`
    const from = (login: string, address: string) => outcome(askForReset({ kind: 'contact', login, address }))
    for (const login of ['unknown-one', 'olga']) {
      const results: string[] = []
      for (let times = 0; times < 8; times += 1) results.push(await from(login, `198.51.100.${times}`))
      expect(results).toEqual(['done', 'done', 'done', 'done', 'done', 'too_many', 'too_many', 'too_many'])
    }
    const sprayed: string[] = []
    for (let times = 0; times < 32; times += 1) sprayed.push(await from(`sprayed-${times}`, '203.0.113.1'))
    expect(sprayed.filter((one) => one === 'done')).toHaveLength(30)
  })
  it.each([
    ['"DATABASE"', 'track-password-reset-template'],
    ['"LDAP,DATABASE"', 'password-kept-elsewhere'],
  ])('where the method is %s, an account with an LDAP id gets %s', async (method, template) => {
    await world.owner`delete from outbox`
    await world.owner`delete from back_offs`
    await world.owner`update accounts set ldap_id = 'uid' where contact_id = ${CONTACT.grace}`
    await world.owner.unsafe(
      `insert into settings (key, value) values ('contact.authentication.method', '${method}') on conflict (key) do update set value = excluded.value`,
    )
    await ask('grace')
    await work()
    expect((await mails()).map((mail) => mail.template)).toEqual([template])
  })
  it('is refused in words under LDAP', async () => {
    await world.owner`update settings set value = '"LDAP"' where key = 'contact.authentication.method'`
    await expect(ask('grace')).rejects.toMatchObject({ code: 'conflict', detail: { reason: 'keptElsewhere' } })
    await world.owner`delete from settings`
  })
})

describe('time', () => {
  it('does not tell known logins from unknown ones (rank test over 200 requests)', async ({ annotate }) => {
    await world.owner`delete from back_offs`
    const once = async (login: string) => {
      const started = performance.now()
      await ask(login)
      return performance.now() - started
    }
    for (let times = 0; times < 10; times += 1) await once(`warm-${times}`)
    const times: { known: boolean; took: number }[] = []
    for (let round = 0; round < 100; round += 1) {
      await world.owner`delete from back_offs`
      for (const known of round % 2 ? [true, false] : [false, true])
        times.push({ known, took: await once(known ? 'grace' : 'grave') })
    }
    const p = rankTest(times)
    await annotate(`p = ${p.toFixed(3)}`)
    expect(p).toBeGreaterThan(0.001)
  }, 60_000)
})
