import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type EngineerViewer, viewerShape } from '#lib/access/viewer.ts'
import { authenticate } from '#lib/auth/authenticate.ts'
import { cleanUp } from '#lib/housekeeping/clean-up.ts'
import { deliverMail } from '#lib/mail/commands/deliver.ts'
import { mailServer, type Post } from '#lib/mail/mail-server.ts'
import { CONTACT, mailWorld, sendThrough } from '#lib/mail/queries/testing.ts'
import { readMail } from '#lib/mail/read.ts'
import { type RegistrationInput, registrationInput } from '../input.ts'
import { registrationForms } from '../queries/forms.ts'
import { registrationOfLink } from '../queries/link.ts'
import { registrationPage, waitingRegistrations } from '../queries/waiting.ts'
import { answerRegistration } from './answer.ts'
import { confirmRegistration } from './confirm.ts'
import { approveRegistration, refuseRegistration } from './decide.ts'
import { askToRegister } from './register.ts'

const world = mailWorld()
const HOST = 'acme.example'
const PASSWORD = 'quiet-meadow-77'
let post: Post
let addresses = 0

beforeAll(async () => {
  await world.owner.unsafe(`
    insert into field_groups (id, customer_group_id, level, labels) overriding system value values (1, 1, 'contact', '{"en": "Person"}');
    insert into data_fields (field_group_id, key, type, labels, annotations) values
      (1, 'login', 'text', '{"en": "Login"}', '{username}'), (1, 'password', 'text', '{"en": "Password"}', '{password}'),
      (1, 'mail', 'email', '{"en": "Mail"}', '{email}'), (1, 'site', 'text', '{"en": "Site"}', '{}'),
      (1, 'score', 'number', '{"en": "Score"}', '{readonly}'), (1, 'inner', 'text', '{"en": "Inner"}', '{}');
    insert into companies (id, customer_group_id, name) overriding system value values (2, 1, 'AC'), (3, 2, 'Other');
    select setval(pg_get_serial_sequence('contacts', 'id'), 100)`)
  post = await mailServer()
  sendThrough(post.url)
  return () => post.stop()
})
beforeEach(async () => {
  post.received.length = 0
  await world.owner.unsafe(`
    delete from registrations; delete from outbox; delete from back_offs; delete from registration_offers;
    delete from accounts where contact_id > 100; delete from contacts where id > 100; delete from settings;
    update customer_groups set account_assignment = 'fixed', fixed_profile_id = 2, portal_enabled = true;
    insert into registration_offers (customer_group_id, open, approval, fields) values (1, true, 'automatic', '{site,login,score}');
    insert into registration_domains (customer_group_id, domain, subdomains, company_id) values (1, 'acme-pumps.example', true, 1)`)
})

const offer = (set: string) => world.owner.unsafe(`update registration_offers set ${set}`)
const sent = (given: Record<string, string> = {}): RegistrationInput =>
  registrationInput.parse({ group: 'acme', name: 'Nora New', email: 'Nora.New@acme-pumps.example', ...given })
const ask = (given: Record<string, string> = {}, host = HOST) => {
  addresses += 1
  return askToRegister(sent(given), { host, address: `192.0.2.${addresses}`, locale: 'en' })
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.code,
  )
/** What the workers do: the jobs of registering, then the mails. */
async function work(): Promise<void> {
  const jobs = await world.owner<{ data: { registration: number; address: string } }[]>`
    delete from pgboss.job where name = 'registration' returning data`
  for (const { data } of jobs) await answerRegistration(data.registration, data.address)
  const mails = await world.owner<{ id: string }[]>`select id from outbox where state = 'pending' order by id`
  for (const { id } of mails) await deliverMail(Number(id))
}
const mails = async () =>
  (await world.owner<{ template: string }[]>`select template from outbox order by id`).map(({ template }) => template)
const tokenIn = (at = -1) => {
  const link = /https:\S+/.exec(readMail(post.received.at(at)?.raw ?? '').text)?.[0] ?? ''
  return new URL(link).searchParams.get('token') ?? ''
}
const word = (token: string) => ({ token, password: PASSWORD, repeat: PASSWORD })
const confirm = () => confirmRegistration(word(tokenIn()), '192.0.2.1')
const signIn = (login: string) =>
  authenticate({ kind: 'contact', login, address: '192.0.2.1', host: HOST }, PASSWORD).then(({ outcome }) => outcome)
async function engineer(id: number): Promise<EngineerViewer> {
  const [row] = await world.owner`select viewer_rights('engineer', ${id}) as rights`
  return viewerShape.parse(row?.rights) as EngineerViewer
}
const stateOf = async () => (await world.owner`select state, contact_id::int as contact from registrations`)[0]
const waiting = async (id: number) => (await waitingRegistrations(await engineer(id), 0, 'en')).rows

describe('the form', () => {
  it('is where it was opened, and asks for nothing that is the account’s or read-only', async () => {
    const [form, none] = await registrationForms(HOST)
    expect([form?.key, form?.fields.map(({ key }) => key), none]).toEqual(['acme', ['site'], undefined])
    expect(await registrationForms('unknown.example:3000')).toHaveLength(1)
  })
  it.each([
    ['it is closed', 'update registration_offers set open = false'],
    ['the portal is off', 'update customer_groups set portal_enabled = false'],
    ['the group gives no accounts', `update customer_groups set account_assignment = 'none'`],
    ['the host was not chosen', 'update registration_offers set everywhere = false'],
    [
      'passwords are kept elsewhere',
      `insert into settings (key, value) values ('contact.authentication.method', '"LDAP"')`,
    ],
  ])('is not there where %s, and nothing is kept', async (_why, change) => {
    await world.owner.unsafe(change)
    expect(await registrationForms(HOST)).toEqual([])
    expect(await codeOf(ask())).toBe('not_found')
    expect(await stateOf()).toBeUndefined()
  })
  it('is on a chosen host and no other, and never where the group does not sign in', async () => {
    await offer('everywhere = false')
    await world.owner`insert into hosts (host, theme) values ('second.example', 'default') on conflict do nothing`
    await world.owner`insert into registration_hosts values (1, 'second.example')`
    expect(await registrationForms('second.example')).toHaveLength(1)
    expect(await registrationForms(HOST)).toEqual([])
    await world.owner`insert into host_groups values ('second.example', 2)`
    expect(await registrationForms('second.example')).toEqual([])
    await world.owner`delete from hosts where host = 'second.example'`
  })
  it('says what is wrong, and asks for consent where there is some to give', async () => {
    await offer(`consent = '{"en": "I agree"}'`)
    await expect(ask({ name: '' })).rejects.toMatchObject({ fields: { name: 'missing', consent: 'consent' } })
    expect(registrationInput.safeParse({ group: 'acme', name: 'N', email: 'nobody' }).success).toBe(false)
    await ask({ consent: 'on' })
    expect((await world.owner`select consented_at is not null as agreed from registrations`)[0]).toEqual({
      agreed: true,
    })
  })
  it('keeps nothing of a robot, and slows down whoever sends it often', async () => {
    await ask({ website: 'https://spam.example' })
    expect(await stateOf()).toBeUndefined()
    const results: string[] = []
    for (let times = 0; times < 8; times += 1)
      results.push(await codeOf(ask({ email: ' NORA.new@acme-pumps.example' })))
    expect(results).toEqual(['done', 'done', 'done', 'done', 'done', 'too_many', 'too_many', 'too_many'])
    await work()
    expect(await mails()).toHaveLength(3)
  })
})

describe('an accepted domain with the fixed profile', () => {
  it('has an account as soon as the address is confirmed, in its company, and signs in', async () => {
    await ask({ 'fields.site': ' South ', 'fields.inner': 'forged', 'fields.score': '9', company: '2' })
    await work()
    expect(await mails()).toEqual(['registration-confirm'])
    expect(post.received[0]?.to).toBe('Nora.New@acme-pumps.example')
    const mail = readMail(post.received[0]?.raw ?? '')
    expect(mail.text).toMatch(/https:\/\/acme\.example\/register\/confirm\?token=/)
    expect(await signIn('nora.new@acme-pumps.example')).toBe('refused')
    expect(await confirm()).toBe('accepted')
    expect(await signIn('NORA.NEW@acme-pumps.example')).toBe('accepted')
    const [made] =
      await world.owner`select c.name, c.company_id::int as company, d.fields, d.email, a.profile_id::int as profile, a.must_change_password
      from contacts c join contact_details d on d.contact_id = c.id join accounts a on a.contact_id = c.id where c.id > 100`
    expect(made).toEqual({
      name: 'Nora New',
      company: 1,
      fields: { site: 'South' },
      email: 'Nora.New@acme-pumps.example',
      profile: 2,
      must_change_password: false,
    })
  }, 60_000)
  it('confirms once, of twenty who submit at the same time; opening the link uses nothing up', async () => {
    await ask({ email: 'n@south.acme-pumps.example' })
    await work()
    const token = tokenIn()
    for (let times = 0; times < 3; times += 1)
      expect(await registrationOfLink(token)).toMatchObject({
        email: 'n@south.acme-pumps.example',
        company: 'ACME Ltd.',
      })
    const results = await Promise.all(Array.from({ length: 20 }, () => codeOf(confirmRegistration(word(token), 'x'))))
    expect(results.filter((one) => one === 'done')).toHaveLength(1)
    expect(results.filter((one) => one === 'not_found')).toHaveLength(19)
    expect((await world.owner`select count(*)::int as contacts from contacts where id > 100`)[0]).toEqual({
      contacts: 1,
    })
    const held = await world.owner<{ name: string }[]>`
      select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`
    for (const { name } of held) {
      const [row] = await world.owner.unsafe(
        `select count(*)::int as found from ${name} t where t::text like '%${token}%'`,
      )
      expect({ name, found: row?.found }).toEqual({ name, found: 0 })
    }
  }, 180_000)
  it('is over after a day, and when registering was closed meanwhile', async () => {
    await ask()
    await work()
    const token = tokenIn()
    await offer('open = false')
    expect(await registrationOfLink(token)).toBeNull()
    await offer('open = true')
    await world.owner`update account_links set expires_at = now() where registration_id is not null`
    expect(await codeOf(confirmRegistration(word(token), 'x'))).toBe('not_found')
    await world.owner`update registrations set expires_at = now()`
    await cleanUp()
    expect(await stateOf()).toBeUndefined()
    expect(
      (await world.owner`select count(*)::int as links from account_links where registration_id is not null`)[0],
    ).toEqual({
      links: 0,
    })
  })
  it.each(['short', 'acme-portal-2', 'nora.new.nora'])('keeps the rules for passwords: %s', async (password) => {
    await ask()
    await work()
    const refused = confirmRegistration({ token: tokenIn(), password, repeat: password }, 'x')
    await expect(refused).rejects.toMatchObject({ code: 'invalid' })
    expect(await registrationOfLink(tokenIn())).not.toBeNull()
  })
})

describe('nobody learns who has an account', () => {
  it('a known address or login gets another mail, at the address that is known', async () => {
    await ask({ email: 'GRACE@acme.example' })
    await work()
    expect(await mails()).toEqual(['registration-known'])
    expect(post.received[0]?.to).toBe('grace@acme.example')
    expect(await stateOf()).toMatchObject({ state: 'unwelcome' })
    await world.owner`update accounts set disabled = true where contact_id = ${CONTACT.grace}`
    await world.owner`delete from outbox`
    await ask({ email: 'grace@acme.example' })
    await work()
    expect(await mails()).toEqual([])
    await world.owner`update accounts set disabled = false`
    const outcomes = await world.owner<{ outcome: string }[]>`
      select after ->> 'outcome' as outcome from audit where action = 'registration.asked' order by id desc limit 2`
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['known_without_access', 'known'])
  })
  it('another domain is told so by mail alone, or waits', async () => {
    await ask({ email: 'a@elsewhere.example' })
    await work()
    expect(await mails()).toEqual(['registration-elsewhere'])
    await offer(`other_domains = 'held'`)
    await ask({ email: 'b@elsewhere.example' })
    await work()
    expect(await confirm()).toBe('held')
    expect((await waiting(1)).map(({ email, company }) => [email, company])).toEqual([['b@elsewhere.example', null]])
  }, 60_000)
})

describe('what is held', () => {
  const held = async (given: Record<string, string> = {}) => {
    await offer(`approval = 'engineer'`)
    await ask(given)
    await work()
    expect(await confirm()).toBe('held')
    const [row] = await world.owner<{ id: string }[]>`select id from registrations where state = 'held'`
    return Number(row?.id)
  }
  const decision = (id: number) => ({ id, company: 1, profile: undefined, contact: undefined })

  it('is seen and decided by who keeps the accounts of the group, and exists for nobody else', async () => {
    const id = await held()
    expect(await waiting(1)).toHaveLength(1)
    expect(await waiting(3)).toEqual([])
    const boss = await engineer(3)
    expect(await codeOf(approveRegistration(boss, decision(id)))).toBe('not_found')
    expect(await codeOf(refuseRegistration(boss, { id, reason: 'No' }))).toBe('not_found')
    expect(await codeOf(registrationPage(boss, id, { q: undefined, company: undefined, locale: 'en' }))).toBe(
      'not_found',
    )
    expect(await signIn('nora.new@acme-pumps.example')).toBe('refused')
    const contact = await approveRegistration(await engineer(1), decision(id))
    expect(await stateOf()).toEqual({ state: 'accepted', contact })
    expect(await signIn('nora.new@acme-pumps.example')).toBe('accepted')
    await work()
    expect(await mails()).toEqual(['registration-confirm', 'registration-approved'])
    expect(await codeOf(approveRegistration(await engineer(1), decision(id)))).toBe('not_found')
  }, 60_000)
  it('needs write on the group for a new contact, and a profile where the group leaves it open', async () => {
    const id = await held()
    await world.owner`update customer_groups set account_assignment = 'manual', fixed_profile_id = null where id = 1`
    const anna = await engineer(1)
    await expect(approveRegistration(anna, decision(id))).rejects.toMatchObject({ fields: { profile: 'missing' } })
    await expect(approveRegistration(anna, { ...decision(id), profile: 1 })).rejects.toMatchObject({
      fields: { profile: 'unknown' },
    })
    expect(await codeOf(approveRegistration(anna, { ...decision(id), profile: 2, company: 3 }))).toBe('not_found')
    await world.owner`update group_grants set write = false where role_id = 1`
    expect(await codeOf(approveRegistration(anna, { ...decision(id), profile: 2 }))).toBe('forbidden')
    await world.owner`update group_grants set write = true where role_id = 1`
    expect(await codeOf(approveRegistration(anna, { ...decision(id), profile: 2 }))).toBe('done')
  }, 60_000)
  it('is an account of the contact that has the address, which never comes by itself', async () => {
    await world.owner`insert into contacts (id, customer_group_id, company_id, name) overriding system value values (90, 1, 1, 'Nora Known')`
    await world.owner`insert into contact_details (contact_id, email) values (90, 'nora.new@acme-pumps.example')`
    await ask()
    await work()
    expect(await confirm()).toBe('held')
    const [row] = await waiting(1)
    const id = row?.id ?? 0
    const anna = await engineer(1)
    const page = await registrationPage(anna, id, { q: undefined, company: undefined, locale: 'en' })
    expect(page.known).toEqual([{ id: 90, name: 'Nora Known', hasAccount: false }])
    await expect(approveRegistration(anna, { ...decision(id), contact: CONTACT.mute })).rejects.toMatchObject({
      fields: { contact: 'unknown' },
    })
    expect(await approveRegistration(anna, { ...decision(id), contact: 90 })).toBe(90)
    expect(await signIn('nora.new@acme-pumps.example')).toBe('accepted')
    await world.owner`delete from accounts where contact_id = 90`
    await world.owner`delete from contacts where id = 90`
  }, 60_000)
  it('is refused with a reason by mail, and the password is gone at once', async () => {
    const id = await held()
    await refuseRegistration(await engineer(1), { id, reason: 'We do <b>not</b> know you.' })
    await work()
    expect(await mails()).toEqual(['registration-confirm', 'registration-refused'])
    expect(readMail(post.received.at(-1)?.raw ?? '').text).toContain('We do <b>not</b> know you.')
    const [row] =
      await world.owner`select state, password_hash, expires_at > now() + interval '29 days' as kept from registrations`
    expect(row).toEqual({ state: 'refused', password_hash: null, kept: true })
    expect(await signIn('nora.new@acme-pumps.example')).toBe('refused')
  }, 60_000)
})

it('asks whoever registers for what is required, chosen by the offer or not', async () => {
  const asked = async () => (await registrationForms(HOST))[0]?.fields.map(({ key }) => key)
  expect(await asked()).toEqual(['site'])
  await world.owner`update data_fields set required = true where key = 'inner'`
  expect(await asked()).toEqual(['site', 'inner'])
  await expect(ask()).rejects.toMatchObject({ fields: { 'fields.inner': 'missing' } })
  await ask({ 'fields.inner': 'Second floor' })
  await world.owner`update data_fields set required = false`
  await ask()
})
