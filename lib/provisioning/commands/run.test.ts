import { beforeEach, describe, expect, it } from 'vitest'
import { factsOf } from '../facts.ts'
import { SourceProblem } from '../source-problem.ts'
import { askForRun } from './ask.ts'
import { provisionAtSignIn } from './at-sign-in.ts'
import { identity, member, provisioningWorld } from './testing.ts'

const world = provisioningWorld()
beforeEach(() => world.again())

const counts = (given: object) => ({ created: 0, changed: 0, disabled: 0, left: 0, refused: 0, ...given })
const disablesMissing = (most = 20, percent = 100) =>
  world.owner()`update provisionings set disable_missing = true, most_disabled = ${most}, most_disabled_percent = ${percent}`
const three = [member(1), member(2), member(3)]

describe('a dry run', () => {
  it('says of everybody what would be done and why, and writes nothing else', async () => {
    await disablesMissing()
    await world.sync([member(1), member(2), member(3), member(4)])
    const before = [
      await world.count('contacts'),
      await world.count('accounts'),
      await world.count('provisioned_people'),
    ]
    const found = await world.sync(
      [
        member(1),
        member(2, { o: 'Beta' }),
        member(3, { o: 'Nobody' }),
        member(5),
        member(6, { uid: 'olga' }),
        member(7, { o: 'Club' }),
      ],
      'dry',
    )
    expect(found).toMatchObject({ state: 'done', counts: { created: 2, changed: 1, disabled: 2, left: 1, refused: 1 } })
    expect(found.rows).toEqual([
      { outcome: 'left', name: 'Person 1', login: 'user1', changes: [], reasons: [] },
      { outcome: 'changed', name: 'Person 2', login: 'user2', changes: ['company'], reasons: [] },
      { outcome: 'disabled', name: 'Person 3', login: 'user3', changes: [], reasons: ['noRule::'] },
      { outcome: 'created', name: 'Person 5', login: 'user5', changes: [], reasons: [] },
      { outcome: 'refused', name: 'Person 6', login: 'olga', changes: [], reasons: ['loginTaken::olga'] },
      { outcome: 'created', name: 'Person 7', login: 'user7', changes: [], reasons: [] },
      { outcome: 'disabled', name: 'Person 4', login: 'user4', changes: [], reasons: ['missing::'] },
    ])
    expect([
      await world.count('contacts'),
      await world.count('accounts'),
      await world.count('provisioned_people'),
    ]).toEqual(before)
    expect(await world.account('user3')).toMatchObject({ disabled: false, company: 'ACME' })
  })
})

describe('a synchronisation', () => {
  it('makes contacts with company, fields and an account without a password, tied to the identity', async () => {
    const found = await world.sync([member(1, { title: 'Fitter' }), member(2, { o: 'Club' })])
    expect(found).toMatchObject({ state: 'done', counts: counts({ created: 2 }) })
    expect(await world.account('user1')).toMatchObject({
      name: 'Person 1',
      company: 'ACME',
      email: 'user1@acme.example',
      fields: { position: 'Fitter' },
      profile: 10,
      ldap_id: identity(1),
      disabled: false,
    })
    expect(await world.account('user2')).toMatchObject({ company: null, profile: 11 })
    const [bare] = await world.owner()`select count(*)::int as count from accounts where password_hash is not null`
    expect(bare).toEqual({ count: 0 })
  })
  it('changes nothing a second time', async () => {
    await world.sync(three)
    expect(await world.sync(three)).toMatchObject({ counts: counts({ left: 3 }), rows: [] })
  })
  it('follows a person by the identity, whatever else changes', async () => {
    await world.sync(three)
    const before = await world.account('user1')
    const found = await world.sync([
      member(1, { uid: 'renamed', cn: 'New Name', o: 'Beta', mail: 'new@beta.example' }),
      member(2),
      member(3),
    ])
    expect(found.rows).toEqual([
      {
        outcome: 'changed',
        name: 'New Name',
        login: 'renamed',
        changes: ['name', 'company', 'email', 'login'],
        reasons: [],
      },
    ])
    expect(await world.account('renamed')).toMatchObject({ id: before?.id, name: 'New Name', company: 'Beta' })
    expect(await world.account('user1')).toBeUndefined()
  })
  it('takes over no account by its login, nor one whose identity is out of its sight', async () => {
    const found = await world.sync([member(1, { uid: ' OLGA ' }), member(51), member(2, { uid: 'otto' })])
    expect(found.rows.map(({ outcome, reasons }) => [outcome, ...reasons])).toEqual([
      ['refused', 'loginTaken::OLGA'],
      ['refused', 'identityTaken::'],
      ['refused', 'loginTaken::otto'],
    ])
    expect(await world.account('olga')).toMatchObject({ name: 'Olga by hand', ldap_id: null })
    expect(await world.account('otto')).toMatchObject({ name: 'Otto elsewhere', company: 'ACME' })
  })
  it('takes an account in its customer groups whose LDAP id is the identity as that person’s', async () => {
    await world.owner()`update accounts set ldap_id = ${identity(9)} where contact_id = 50`
    const found = await world.sync([member(9, { uid: 'olga', cn: 'Olga Winter' })])
    expect(found.counts).toEqual(counts({ changed: 1 }))
    expect(await world.account('olga')).toMatchObject({ id: 50, name: 'Olga Winter' })
    await world.owner()`update accounts set ldap_id = null where contact_id = 50`
  })
  it('gives one login to one of two people', async () => {
    const found = await world.sync([member(1), member(2, { uid: 'USER1' })])
    expect(found.rows[1]).toMatchObject({ outcome: 'refused', reasons: ['loginTwice::Person 1'] })
  })
  it('disables whoever left, ends the sessions, and lets them in again who come back', async () => {
    await disablesMissing()
    await world.sync(three)
    const gone = await world.account('user2')
    await world.owner()`insert into sessions (token_hash, contact_id, expires_at, idle_minutes) values ('s', ${gone?.id}, now() + interval '1 hour', 60)`
    const found = await world.sync([member(1), member(3)])
    expect(found.rows).toMatchObject([{ outcome: 'disabled', login: 'user2', reasons: ['missing::'] }])
    expect(await world.account('user2')).toMatchObject({ disabled: true })
    const [session] = await world.owner()`select end_reason from sessions where token_hash = 's'`
    expect(session).toEqual({ end_reason: 'account_changed' })
    expect((await world.sync([member(1), member(3)])).rows).toMatchObject([
      { outcome: 'left', reasons: ['disabledBefore::'] },
    ])
    expect((await world.sync(three)).rows).toMatchObject([{ outcome: 'changed', changes: ['enabled'] }])
    expect(await world.account('user2')).toMatchObject({ disabled: false })
  })
  it('disables nobody unless it is told to', async () => {
    await world.sync(three)
    const found = await world.sync([member(1)])
    expect(found.counts).toEqual(counts({ left: 3 }))
    expect(found.rows).toHaveLength(2)
    expect(await world.account('user2')).toMatchObject({ disabled: false })
  })
  it('leaves an account disabled that somebody here disabled', async () => {
    await world.sync(three)
    await world.owner()`update accounts set disabled = true where login = 'user1'`
    expect((await world.sync(three)).rows).toMatchObject([
      { login: 'user1', outcome: 'left', reasons: ['takenAway::'] },
    ])
    expect(await world.account('user1')).toMatchObject({ disabled: true })
  })
  it('is held, and does nothing at all, where it would disable too many; with somebody’s agreement it does', async () => {
    await disablesMissing(1)
    await world.sync(three)
    const held = await world.sync([member(1, { cn: 'Changed' })])
    expect(held).toMatchObject({ state: 'held', counts: { changed: 1, disabled: 2 } })
    expect(await world.account('user1')).toMatchObject({ name: 'Person 1' })
    expect(await world.account('user2')).toMatchObject({ disabled: false })
    expect((await world.sync([member(1)], 'apply', 1)).state).toBe('held')
    expect((await world.sync([member(1)], 'apply', 2)).state).toBe('done')
    expect(await world.account('user2')).toMatchObject({ disabled: true })
  })
  it('disables nobody where the directory gives nobody', async () => {
    await disablesMissing()
    await world.sync([member(1)])
    expect((await world.sync([])).state).toBe('held')
  })
  it('changes nothing where the directory fails on the way, and says why', async () => {
    await world.sync(three)
    const before = await world.count('audit')
    const found = await world.sync(() => Promise.reject(new SourceProblem('dropped')))
    expect(found).toMatchObject({ state: 'failed', problem: 'dropped', rows: [] })
    expect(await world.account('user1')).toMatchObject({ name: 'Person 1' })
    expect(await world.count('audit')).toBe((before ?? 0) + 2)
  })
  it('writes all or nothing: a row that the database refuses takes everything back', async () => {
    await world
      .owner()
      .unsafe(`create function refuse_for_test() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
      create trigger refuse_for_test before insert on accounts for each row when (new.login = 'user2') execute function refuse_for_test()`)
    const found = await world.sync(three)
    await world.owner().unsafe('drop trigger refuse_for_test on accounts')
    expect(found).toMatchObject({ state: 'failed', problem: 'unexpected' })
    expect(await world.account('user1')).toBeUndefined()
  })
  it('tells the audit log as the system, person by person and as a whole', async () => {
    await world.sync([member(1)])
    const told = await world.owner()`select actor_kind, action, after from audit order by id`
    expect(told.map(({ actor_kind, action }) => `${actor_kind} ${action}`)).toEqual([
      'engineer provisioning.asked',
      'system account.given',
      'system provisioning.run',
    ])
    expect(told[1]?.after).toMatchObject({ provisioning: 1, login: 'user1', profileId: 10, companyId: 1 })
  })
  it('goes on with what another left that died, and never twice', async () => {
    const id = await askForRun(await world.root(), { server: 1, kind: 'apply', agreed: null })
    await world.owner()`update provisioning_runs set state = 'running' where id = ${id}`
    expect((await world.run(id, async () => [member(1)])).state).toBe('done')
    const again = await world.run(id, () => Promise.reject(new Error('read again')))
    expect(again).toMatchObject({ state: 'done', problem: null })
  })
})

describe('asking for a run', () => {
  it('is refused to whoever does not administer, while another goes on, and without rules', async () => {
    const wish = { server: 1, kind: 'dry', agreed: null } as const
    await expect(askForRun(await world.ben(), wish)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(askForRun(await world.root(), { ...wish, server: 9 })).rejects.toMatchObject({ code: 'not_found' })
    await askForRun(await world.root(), wish)
    await expect(askForRun(await world.root(), wish)).rejects.toMatchObject({ detail: { reason: 'runGoesOn' } })
    await world.owner()`delete from provisioning_runs`
    await world.owner()`delete from provisioning_rules`
    await expect(askForRun(await world.root(), wish)).rejects.toMatchObject({ detail: { reason: 'noRules' } })
    await world.owner()`delete from provisionings`
    await expect(askForRun(await world.root(), wish)).rejects.toMatchObject({ detail: { reason: 'noRules' } })
  })
})

describe('the first sign-in', () => {
  const justInTime = () => world.owner()`update provisionings set just_in_time = true`
  const directory = { kind: 'ldap', id: 1 } as const
  const facts = (given: object = {}) => factsOf({ uid: 'nina', cn: 'Nina', o: 'ACME', ...given })

  it('makes no account unless that is wanted', async () => {
    expect(await provisionAtSignIn(directory, identity(20), facts())).toBeNull()
    expect(await provisionAtSignIn({ kind: 'oidc', id: 1 }, 'subject', facts())).toBeNull()
    expect(await world.account('nina')).toBeUndefined()
  })
  it('makes the account once, also where two come at once', async () => {
    await justInTime()
    const both = await Promise.all([1, 2].map(() => provisionAtSignIn(directory, identity(20), facts())))
    const made = await world.account('nina')
    expect(both).toEqual([made?.id, made?.id])
    expect(made).toMatchObject({ company: 'ACME', profile: 10, ldap_id: identity(20) })
    const [told] = await world.owner()`select actor_kind, after from audit where action = 'account.given'`
    expect(told).toMatchObject({ actor_kind: 'system', after: { provisioning: 1, run: null } })
  })
  it('follows the rules of now for one who is there', async () => {
    await justInTime()
    const id = await provisionAtSignIn(directory, identity(20), facts())
    expect(await provisionAtSignIn(directory, identity(20), facts({ o: 'Beta' }))).toBe(id)
    expect(await world.account('nina')).toMatchObject({ company: 'Beta' })
  })
  it.each([
    ['fits no rule', { o: 'Nobody' }, 'noRule::'],
    ['has somebody else’s login', { uid: 'Olga' }, 'loginTaken::Olga'],
    ['has no login', { uid: '' }, 'loginMissing:uid:'],
  ])('refuses who %s, and says why in the audit log alone', async (_, given, reason) => {
    await justInTime()
    expect(await provisionAtSignIn(directory, identity(20), facts(given))).toBeNull()
    const [told] = await world.owner()`select subject_id, after from audit where action = 'provisioning.refused'`
    expect(told).toEqual({ subject_id: '1', after: { identity: identity(20), reasons: [reason] } })
    expect(await world.account('nina')).toBeUndefined()
  })
  it('refuses one whom no rule fits any more', async () => {
    await justInTime()
    await provisionAtSignIn(directory, identity(20), facts())
    expect(await provisionAtSignIn(directory, identity(20), facts({ o: 'Nobody' }))).toBeNull()
  })
  it('does not enable an account that was disabled', async () => {
    await justInTime()
    const id = await provisionAtSignIn(directory, identity(20), facts())
    await world.owner()`update accounts set disabled = true where contact_id = ${id}`
    expect(await provisionAtSignIn(directory, identity(20), facts({ cn: 'Other' }))).toBe(id)
    expect(await world.account('nina')).toMatchObject({ name: 'Nina', disabled: true })
  })
})
