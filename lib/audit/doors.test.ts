import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type EngineerViewer, type SignedInViewer, signedInShape } from '../access/viewer.ts'
import { unlockAccount } from '../accounts/commands/account-standing.ts'
import { changeOwnPassword, endOtherSessions, endOwnSession, inviteContact } from '../accounts/commands.ts'
import { tellOwnerOfLock } from '../auth/lock-notice.ts'
import { hashPassword, passwordScheme } from '../auth/passwords.ts'
import { hashOfSession, signOut, viewerOfSession } from '../auth/sessions.ts'
import { signInWithPassword } from '../auth/sign-in.ts'
import { env } from '../env.ts'
import { answerRequest, askForReset } from '../links/commands/ask.ts'
import { issueLink, issueRegistrationLink } from '../links/commands/issue.ts'
import { setPasswordByLink } from '../links/commands/set-password.ts'
import { sendAgain } from '../mail/commands/again.ts'
import { unsubscribe } from '../mail/commands/choose.ts'
import { CONTACT, mailWorld } from '../mail/queries/testing.ts'
import { farewellToken } from '../mail/unsubscribe.ts'
import { acceptMail, discardMail } from '../mail-in/commands/accept.ts'
import { receiveMail } from '../mail-in/commands/receive.ts'
import { answerRegistration } from '../registration/commands/answer.ts'
import { confirmRegistration } from '../registration/commands/confirm.ts'
import { approveRegistration, refuseRegistration } from '../registration/commands/decide.ts'
import { askToRegister } from '../registration/commands/register.ts'
import { registrationInput } from '../registration/input.ts'
import { endSession } from '../sessions/commands.ts'

const world = mailWorld()
const PASSWORD = 'quiet-meadow-77'
const WRONG = 'secret-canary-88'
const ADDRESS = '192.0.2.7'
const trustProxy = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(env), 'trustProxy')

beforeAll(async () => {
  Object.defineProperty(env, 'trustProxy', { configurable: true, get: () => true })
  const hash = await hashPassword(PASSWORD)
  await world.owner`update accounts set password_hash = ${hash}, password_scheme = ${passwordScheme()}`
  await world.owner.unsafe(`
    update roles set administer = true where id = 1;
    insert into hosts (host, theme) values ('other.example', 'default'); insert into host_groups values ('other.example', 2);
    update customer_groups set account_assignment = 'fixed', fixed_profile_id = 2;
    insert into field_groups (id, customer_group_id, level, labels) overriding system value values (1, 1, 'contact', '{}');
    insert into data_fields (field_group_id, key, type, labels, annotations) values
      (1, 'login', 'text', '{}', '{username}'), (1, 'password', 'text', '{}', '{password}'), (1, 'mail', 'email', '{}', '{email}');
    insert into registration_offers (customer_group_id, open, approval, other_domains) values (1, true, 'engineer', 'held');
    select setval(pg_get_serial_sequence('contacts', 'id'), 100)`)
})
afterAll(() => {
  if (trustProxy) Object.defineProperty(env, 'trustProxy', trustProxy)
})
beforeEach(() =>
  world.owner.unsafe(
    'delete from audit; delete from back_offs; delete from sessions; delete from outbox; delete from pgboss.job',
  ),
)

const headers = (host = 'acme.example') =>
  new Headers({ host, 'x-forwarded-for': ADDRESS, 'user-agent': 'Firefox on Linux' })
const signIn = (login: string, password: string = PASSWORD, host?: string) =>
  signInWithPassword({ kind: 'contact', login, password }, headers(host))
/** Grace, signed in; with the secret of her session. */
async function grace(): Promise<{ viewer: SignedInViewer; token: string }> {
  const admission = await signIn('grace')
  if (admission.outcome !== 'admitted') throw new Error('not admitted')
  const viewer = await viewerOfSession(admission.session)
  if (viewer?.kind !== 'contact') throw new Error('no contact')
  await world.owner`delete from audit`
  return { viewer, token: admission.session }
}
async function anna(): Promise<EngineerViewer> {
  const [row] = await world.owner`select viewer_rights('engineer', 1) as rights`
  const viewer = signedInShape.parse(row?.rights)
  if (viewer.kind !== 'engineer') throw new Error('no engineer')
  return viewer
}

type Told = { who: string; did: string; about: string | null; why: unknown; address: string | null }
async function told(): Promise<Told[]> {
  const rows = await world.owner<Told[]>`
    select concat_ws(' ', actor_kind, actor_id) as who, action as did, concat_ws(' ', subject_kind, subject_id) as about,
      coalesce(after -> 'cause', after -> 'outcome') as why, address from audit order by id`
  const [secrets] = await world.owner`
    select count(*)::int as count from audit where audit::text like ${`%${PASSWORD}%`} or audit::text like ${`%${WRONG}%`}`
  expect(secrets).toEqual({ count: 0 })
  return rows.map((row) => ({ ...row }))
}
const GRACE = `contact ${CONTACT.grace}`
const ANNA = 'engineer 1'

test('a sign-in, with whom and from where', async () => {
  expect(await signIn('grace')).toMatchObject({ outcome: 'admitted' })
  expect(await told()).toMatchObject([{ who: GRACE, did: 'sign_in', address: ADDRESS }])
})

test.each<[string, string, string, string, string, string?]>([
  ['unknown_login', 'nobody', PASSWORD, '', 'anonymous'],
  ['wrong_password', 'grace', WRONG, '', 'anonymous'],
  ['no_password', 'grace', PASSWORD, `update accounts set password_hash = null where contact_id = 1`, 'anonymous'],
  ['no_access', 'grace', PASSWORD, 'update accounts set disabled = true where contact_id = 1', 'anonymous'],
  ['wrong_host', 'grace', PASSWORD, '', 'anonymous', 'other.example'],
  [
    'blocked',
    'grace',
    PASSWORD,
    `insert into back_offs (key, failures, last_failed_at, until) values ('contact:grace', 9, now(), now() + interval '10 minutes')`,
    'anonymous',
  ],
  ['customers_full', 'grace', PASSWORD, 'update licence set concurrent_customers = 0', GRACE],
])('a refusal with its real cause, %s, of which who signs in is told nothing', async (cause, ...rest) => {
  const [login, password, before, who, host] = rest
  const hash = await world.owner`select password_hash from accounts where contact_id = 1`
  await world.owner.unsafe(before)
  const answer = await signIn(login, password, host).catch((error) => error.code)
  await world.owner`update accounts set disabled = false, password_hash = ${hash[0]?.password_hash} where contact_id = 1`
  await world.owner.unsafe('update licence set concurrent_customers = null')
  // That the house is full is nobody's secret, and told after the right password alone.
  expect(answer).toEqual(cause === 'customers_full' ? 'conflict' : { outcome: 'refused' })
  expect(await told()).toMatchObject([{ who, did: 'sign_in.refused', why: cause, address: ADDRESS }])
})

test('a lock once, when guessing makes the owner wait, and who ended it', async () => {
  for (let times = 0; times < 7; times += 1) await signIn('grace', WRONG)
  const jobs = await world.owner<{ sealed: string }[]>`
    delete from pgboss.job where name = 'lock-notice' returning data ->> 'sealed' as sealed`
  for (const { sealed } of jobs) await tellOwnerOfLock(sealed)
  await unlockAccount(await anna(), CONTACT.grace)
  const rows = (await told()).filter(({ did }) => did !== 'sign_in.refused')
  expect(rows).toMatchObject([
    { who: 'system', did: 'account.locked', about: GRACE, address: ADDRESS },
    { who: ANNA, did: 'account.unlocked', about: GRACE },
  ])
}, 60_000)

test('every end of a session: by leaving, by its owner, all others, by an administrator', async () => {
  const idOf = async (token: string) =>
    String((await world.owner`select id from sessions where token_hash = ${hashOfSession(token)}`)[0]?.id)
  const [first, second, third] = [await grace(), await grace(), await grace()]
  await signOut(first.token, first.viewer, ADDRESS)
  expect(await viewerOfSession(first.token)).toBeNull()
  await endOwnSession(third.viewer, await idOf(second.token))
  await endOtherSessions(third.viewer)
  await endSession(await anna(), await idOf(third.token))
  expect(await told()).toMatchObject([
    { who: GRACE, did: 'sign_out', address: ADDRESS },
    { who: GRACE, did: 'session.end' },
    { who: GRACE, did: 'session.end_others' },
    { who: ANNA, did: 'session.ended' },
  ])
})

test('what is asked and done about passwords: reset, invitation, change', async () => {
  const word = (token: string) => ({ token, password: PASSWORD, repeat: PASSWORD })
  const person = { contactId: CONTACT.grace, engineerId: null }
  for (const [at, login] of ['grace', 'nobody', 'mute'].entries())
    await askForReset({ kind: 'contact', login, address: `192.0.2.${at}` })
  const jobs = await world.owner<{ sealed: string }[]>`
    with done as (delete from pgboss.job where name = 'password-reset' returning data ->> 'sealed' as sealed, created_on)
    select sealed from done order by created_on`
  for (const { sealed } of jobs) await answerRequest(sealed)
  await setPasswordByLink('reset', word(await issueLink('reset', person, 30)), ADDRESS)
  await inviteContact(await anna(), CONTACT.grace)
  await setPasswordByLink('invitation', word(await issueLink('invitation', person, 30)), ADDRESS)
  const rows = await told()
  const { viewer } = await grace()
  const change = (current: string) =>
    changeOwnPassword(viewer, { current, password: `${PASSWORD}x`, repeat: `${PASSWORD}x` })
  await expect(change('not this one')).rejects.toMatchObject({ fields: { current: 'wrong' } })
  await change(PASSWORD)
  expect([...rows, ...(await told())]).toMatchObject([
    { who: 'anonymous', did: 'password.reset_asked', about: GRACE, why: 'sent', address: '192.0.2.0' },
    { who: 'anonymous', did: 'password.reset_asked', about: 'contact', why: 'unknown_login', address: '192.0.2.1' },
    { who: 'anonymous', did: 'password.reset_asked', why: 'no_email', address: '192.0.2.2' },
    { who: GRACE, did: 'password.reset', about: GRACE, address: ADDRESS },
    { who: ANNA, did: 'account.invite', about: GRACE },
    { who: GRACE, did: 'invitation.accept', about: GRACE, address: ADDRESS },
    { who: GRACE, did: 'password.refused', about: GRACE, why: 'wrong_password' },
    { who: GRACE, did: 'password.change', about: GRACE },
  ])
  await world.owner`update accounts set password_hash = ${await hashPassword(PASSWORD)}`
}, 60_000)

test('a registration: asked, confirmed, and how it was decided', async () => {
  for (const name of ['nora', 'olaf']) {
    const input = registrationInput.parse({ group: 'acme', name, email: `${name}@new.example` })
    await askToRegister(input, { host: 'acme.example', address: ADDRESS, locale: 'en' })
  }
  const ids = (await world.owner`select id from registrations order by id`).map(({ id }) => Number(id))
  for (const id of ids) {
    await answerRegistration(id, ADDRESS)
    const token = await issueRegistrationLink(id, 30)
    await confirmRegistration({ token, password: PASSWORD, repeat: PASSWORD }, ADDRESS)
  }
  const [first = 0, second = 0] = ids
  await approveRegistration(await anna(), { id: first })
  await refuseRegistration(await anna(), { id: second, reason: 'No customer of ours' })
  expect(await told()).toMatchObject([
    { who: 'anonymous', did: 'registration.asked', about: `registration ${first}`, why: 'confirmation_sent' },
    { who: 'anonymous', did: 'registration.confirmed', why: 'held', address: ADDRESS },
    { who: 'anonymous', did: 'registration.asked', about: `registration ${second}` },
    { who: 'anonymous', did: 'registration.confirmed', about: `registration ${second}` },
    { who: ANNA, did: 'registration.approved', about: `registration ${first}` },
    { who: ANNA, did: 'registration.refused', about: `registration ${second}` },
  ])
}, 60_000)

test('every decision about mails: sent again, no longer wanted, taken in, thrown away', async () => {
  const [failed] = await world.owner`
    insert into outbox (template, contact_id, ticket_id, entry_id, state) values ('ticket-answered', 1, 1, 1, 'failed') returning id`
  await sendAgain(await anna(), Number(failed?.id))
  await unsubscribe(farewellToken({ kind: 'contact', owner: CONTACT.grace, choices: ['answer'] }), ADDRESS)
  for (const at of [1, 2]) {
    const raw = `From: grace@acme.example\r\nMessage-ID: <${at}@a>\r\nSubject: Pump\r\n\r\nText ${at}\r\n`
    await receiveMail(
      'pipe',
      (async function* () {
        yield Buffer.from(raw)
      })(),
    )
  }
  const [first = 0, second = 0] = (await world.owner`select id from mails_in order by id`).map(({ id }) => Number(id))
  await acceptMail(await anna(), { mail: first, ticket: 100001, as: 'comment', contact: CONTACT.grace })
  await discardMail(await anna(), { mail: second, note: 'Advertising' })
  expect(await told()).toMatchObject([
    { who: ANNA, did: 'mail.again', about: `mail ${failed?.id}` },
    { who: GRACE, did: 'mail.unsubscribed', about: GRACE, address: ADDRESS },
    { who: ANNA, did: 'mail_in.accepted', about: `mail_in ${first}` },
    { who: ANNA, did: 'mail_in.discarded', about: `mail_in ${second}` },
  ])
})
