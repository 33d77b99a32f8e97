import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { authenticate } from '#lib/auth/authenticate.ts'
import { sealBindPassword } from '#lib/auth/ldap/servers.ts'
import { type DirectoryPerson, READER, type Slapd, startSlapd } from '#lib/auth/ldap/slapd-world.ts'
import { wire } from '#lib/auth/ldap/wire.ts'
import { peopleOfDirectory } from './read-directory.ts'
import { identity, provisioningWorld } from './testing.ts'

const world = provisioningWorld()
let slapd: Slapd

const person = (number: number, given: Partial<DirectoryPerson> = {}): DirectoryPerson => ({
  uid: `user${number}`,
  cn: `Person ${number}`,
  uuid: identity(number),
  o: 'ACME',
  mail: `user${number}@acme.example`,
  ...given,
})
const password = 'right horse'
const many = Array.from({ length: 2000 }, (_, at) => person(1000 + at))

beforeAll(async () => {
  slapd = await startSlapd({
    'dc=alpha': {
      people: [
        person(1, { password, title: 'Fitter' }),
        person(2, { password, o: 'Nobody' }),
        person(3, { password, uid: 'olga' }),
        person(4, { password, employeeType: 'hidden' }),
      ],
    },
    'dc=large': { people: many },
  })
  await world.owner()`insert into settings (key, value) values ('contact.authentication.method', '"LDAP"')`
})
afterAll(() => slapd.stop())
beforeEach(async () => {
  await world.again()
  await world.owner()`delete from back_offs`
  await directory('dc=alpha')
  await world.owner()`update customer_groups set portal_enabled = true`
})

/** Directory 1 is this part of the real one. */
async function directory(baseDn: string, port = slapd.port) {
  const { ca } = slapd.certificates
  await world.owner()`update ldap_servers set url = ${`ldap://127.0.0.1:${port}`}, start_tls = true, ca = ${ca},
    base_dn = ${baseDn}, bind_dn = ${READER.dn(baseDn)}, bind_password = ${sealBindPassword(READER.password)}, for_contacts = true`
  await world.owner()`update provisionings set filter = '(&(objectClass=inetOrgPerson)(!(employeeType=hidden)))'`
}
const justInTime = () => world.owner()`update provisionings set just_in_time = true`
const signIn = (login: string, typed = password) =>
  authenticate({ kind: 'contact', login, address: '10.0.0.1', host: 'portal.example' }, typed)

describe('the first sign-in by a directory', () => {
  it('is refused without an account, unless accounts are made then', async () => {
    expect(await signIn('user1')).toMatchObject({ outcome: 'refused', cause: 'unknown_login' })
    expect(await world.account('user1')).toBeUndefined()
  })
  it('makes the account by the rules and lets in; from then on it is an account like others', async () => {
    await justInTime()
    const first = await signIn(' USER1 ')
    const made = await world.account('user1')
    expect(first).toEqual({ outcome: 'accepted', owner: made?.id, by: 'directory' })
    expect(made).toMatchObject({
      name: 'Person 1',
      company: 'ACME',
      fields: { position: 'Fitter' },
      ldap_id: identity(1),
    })
    expect(await signIn('user1')).toEqual(first)
  })
  it.each([
    ['with a wrong password', 'user1', 'wrong horse', 'unknown_login'],
    ['without a password', 'user1', '', 'unknown_login'],
    ['of somebody who is not there', 'nobody', password, 'unknown_login'],
    ['of somebody whom no rule takes', 'user2', password, 'not_provisioned'],
    ['of somebody whom the filter leaves out', 'user4', password, 'not_provisioned'],
  ])('makes nothing %s', async (_, login, typed, cause) => {
    await justInTime()
    expect(await signIn(login, typed)).toMatchObject({ outcome: 'refused', cause })
    expect(await world.account(login)).toBeUndefined()
  })
  it('takes over no account that has the login', async () => {
    await justInTime()
    expect(await signIn('olga')).toMatchObject({ outcome: 'refused', cause: 'no_ldap_id' })
    expect(await world.account('olga')).toMatchObject({ name: 'Olga by hand', ldap_id: null })
  })
})

describe('a synchronisation with a directory', () => {
  it('reads 2,000 people in pages, makes them, and finds nothing to do the next time', async () => {
    await directory('dc=large')
    const made = await world.sync(peopleOfDirectory)
    expect(made).toMatchObject({ state: 'done', counts: { created: 2000 } })
    expect(await world.count('provisioned_people')).toBe(2000)
    expect((await world.sync(peopleOfDirectory, 'dry')).counts).toMatchObject({ created: 0, changed: 0, left: 2000 })
  }, 60_000)
  it('does nothing where there are more than are read', async () => {
    await directory('dc=large')
    const found = await world.sync((provisioning, attributes) => peopleOfDirectory(provisioning, attributes, 1999))
    expect(found).toMatchObject({ state: 'failed', problem: 'tooMany' })
    expect(await world.count('provisioned_people')).toBe(0)
  })
  it('does nothing where the directory does not give them all', async () => {
    await directory('dc=large')
    await world.owner()`update ldap_servers set bind_dn = null`
    expect(await world.sync(peopleOfDirectory)).toMatchObject({ state: 'failed', problem: 'tooMany' })
  })
  it('changes nothing when the connection breaks between two pages', async () => {
    let handed = 0
    const cut = await wire(slapd.port, {
      fromServer: (chunk) => {
        handed += chunk.length
        return handed > 200_000 ? 'drop' : chunk
      },
    })
    await directory('dc=large', cut.port)
    expect(await world.sync(peopleOfDirectory)).toMatchObject({ state: 'failed', problem: 'dropped' })
    expect(handed).toBeGreaterThan(200_000)
    expect(await world.count('provisioned_people')).toBe(0)
    await cut.stop()
  })
  it('changes nothing when the directory is down', async () => {
    await directory('dc=alpha', 1)
    expect(await world.sync(peopleOfDirectory)).toMatchObject({ state: 'failed', problem: 'unreachable' })
  })
})
