import { describe, expect, test } from 'vitest'
import { askDirectories } from '#lib/auth/ldap/ask.ts'
import { wakeAll } from '#lib/auth/ldap/breaker.ts'
import { sealBindPassword, serverNumbered, serversFor } from '#lib/auth/ldap/servers.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import { changeEngineer } from '#lib/engineers/commands/change.ts'
import { changeSetting, resetSetting } from '#lib/settings/commands.ts'
import { changeDirectory, createDirectory, deleteDirectory } from './commands.ts'
import { type DirectoryChange, directoryChange } from './input.ts'
import { directoryList, directoryPage } from './queries.ts'

const world = adminWorld()
const PASSWORD = 'what the reader says'
const directory = (values: Partial<DirectoryChange> = {}): DirectoryChange => ({
  ...{ name: 'main', active: true, forContacts: true, forEngineers: false, url: 'ldaps://directory.example' },
  ...{ startTls: false, ca: null, baseDn: 'dc=example', bindDn: 'cn=reader,dc=example', bindPassword: PASSWORD },
  ...{ nameAttribute: 'uid', filter: null, identityAttribute: 'entryUUID', connectMs: 1500, answerMs: 2000, ...values },
})
const create = async (values: Partial<DirectoryChange> = {}) => createDirectory(await world.ada(), directory(values))
const change = async (id: number, values: Partial<DirectoryChange>) =>
  changeDirectory(await world.ada(), id, directory({ bindPassword: null, ...values }))
const remove = async (id: number) => deleteDirectory(await world.ada(), id)

describe('a directory', () => {
  test('is asked at sign-ins from the moment it is saved, in the order of names, by those whom it serves', async () => {
    const [second, first] = [await create({ name: 'beta', forEngineers: true }), await create({ name: 'Alpha' })]
    expect((await serversFor('contact')).map(({ name }) => name)).toEqual(['Alpha', 'beta'])
    expect(await serversFor('engineer')).toMatchObject([{ name: 'beta', bindPassword: PASSWORD }])
    expect((await directoryList(await world.ada())).map(({ name }) => name)).toEqual(['Alpha', 'beta'])
    await change(first, { name: 'Alpha', active: false })
    expect((await serversFor('contact')).map(({ name }) => name)).toEqual(['beta'])
    await remove(second)
    expect(await serversFor('contact')).toEqual([])
    await remove(first)
  })

  test('keeps its bind password sealed, and neither page nor audit log has it', async () => {
    const id = await create()
    const [row] = await world.asOwner<{ bind_password: string }[]>('select bind_password from ldap_servers')
    expect(row?.bind_password).toMatch(/^[\w-]{40,}$/)
    const page = await directoryPage(await world.ada(), id)
    expect(page.stored.hasPassword).toBe(true)
    const audit = await world.asOwner<object[]>('select before, after from audit')
    for (const text of [JSON.stringify(page), JSON.stringify(audit)]) expect(text).not.toContain(PASSWORD)
    await expect(
      asViewer(await world.ada(), (tx) => tx.execute('select bind_password from ldap_servers')),
    ).rejects.toThrow()
    const ben = await world.ben()
    expect(await asViewer(ben, (tx) => serverNumbered(tx, id))).toBeUndefined()
    await remove(id)
  })

  test('keeps a password that is not typed again, forgets it with its name, and never sends it elsewhere', async () => {
    const id = await create()
    const password = async () => (await serversFor('contact'))[0]?.bindPassword
    await change(id, { filter: '(mail=*)' })
    expect(await password()).toBe(PASSWORD)
    for (const elsewhere of [
      { url: 'ldaps://other.example' },
      { bindDn: 'cn=other' },
      { url: 'ldap://directory.example', startTls: true },
    ])
      await expect(change(id, elsewhere)).rejects.toMatchObject({ fields: { bindPassword: 'passwordAgain' } })
    await change(id, { url: 'ldaps://other.example', bindPassword: 'another' })
    expect(await password()).toBe('another')
    expect(await world.told()).toMatchObject({ action: 'directory.changed', after: { newPassword: true } })
    await change(id, { url: 'ldaps://third.example', bindDn: null })
    expect(await password()).toBeNull()
    await expect(change(id, { url: 'ldaps://third.example' })).rejects.toMatchObject({
      fields: { bindPassword: 'missing' },
    })
    await remove(id)
  })

  test.each([
    [{ name: ' MAIN ' }, { name: 'taken' }],
    [{ url: 'ldap://directory.example' }, { startTls: 'clear' }],
    [{ startTls: true }, { startTls: 'startTlsTwice' }],
    [{ ca: 'no certificate' }, { ca: 'certificate' }],
    [{ filter: '(uid=' }, { filter: 'filter' }],
    [{ filter: '(uid={name})' }, { filter: 'placeholder' }],
    [{ bindPassword: null }, { bindPassword: 'missing' }],
  ])('with %j is refused', async (values, fields) => {
    const id = await create()
    await expect(create({ name: 'other', ...values })).rejects.toMatchObject({ fields })
    await remove(id)
  })

  test('tells how many sign in by one, and who else serves them', async () => {
    const id = await create()
    const other = await create({ name: 'other', forEngineers: true })
    await world.asOwner(`update accounts set ldap_id = 'grace' where contact_id = 1`)
    const { accounts } = await directoryPage(await world.ada(), id)
    expect(accounts).toEqual({ contacts: { count: 1, others: 1 }, engineers: { count: 0, others: 1 } })
    await remove(id)
    await remove(other)
  })

  test('that fails several times rests, and one whose bind password is lost says so', async () => {
    const id = await create({ url: 'ldap://127.0.0.1:1' })
    const trouble = async () => (await directoryList(await world.ada())).map((one) => one.trouble)
    expect(await trouble()).toEqual([null])
    for (const _ of [1, 2, 3]) await askDirectories(await serversFor('contact'), 'somebody', 'word')
    expect(await trouble()).toEqual(['resting'])
    wakeAll()
    expect(await trouble()).toEqual([null])
    expect(await directoryPage(await world.ada(), id)).toMatchObject({ passwordIsLost: false, known: 0 })
    await world.asOwner(`update ldap_servers set bind_password = '${'x'.repeat(60)}'`)
    expect(await trouble()).toEqual(['secret'])
    expect(await directoryPage(await world.ada(), id)).toMatchObject({ passwordIsLost: true })
    await world.asOwner(`update ldap_servers set bind_password = '${sealBindPassword(PASSWORD)}'`)
    expect(await trouble()).toEqual([null])
    await remove(id)
  })

  test('is the administrators’ alone', async () => {
    const id = await create()
    const ben = await world.ben()
    expect(await directoryList(ben)).toEqual([])
    await expect(directoryPage(ben, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(createDirectory(ben, directory({ name: 'b' }))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(changeDirectory(ben, id, directory())).rejects.toMatchObject({ code: 'forbidden' })
    await expect(deleteDirectory(ben, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(changeDirectory(await world.ada(), id, directory(), 'older')).rejects.toMatchObject({
      code: 'conflict',
    })
    await remove(id)
  })
})

test('engineers sign in by LDAP alone only while an administrator can, and nothing takes that away unnoticed', async () => {
  const ada = await world.ada()
  const noWayIn = { code: 'conflict', detail: { reason: 'noWayIn' } }
  const byLdap = async () => changeSetting(ada, 'engineer.authentication.method', 'LDAP')
  await expect(byLdap()).rejects.toMatchObject(noWayIn)
  const id = await create({ forEngineers: true })
  await world.asOwner(`update engineers set ldap_id = 'ben' where login = 'ben'`)
  await expect(byLdap()).rejects.toMatchObject(noWayIn)
  await world.asOwner(`update engineers set ldap_id = 'ada' where login = 'ada'`)
  await byLdap()
  await expect(remove(id)).rejects.toMatchObject(noWayIn)
  await expect(change(id, { forEngineers: true, active: false })).rejects.toMatchObject(noWayIn)
  const form = { name: 'Ada', login: 'ada', email: null, locale: 'en', password: null, roles: [1] } as const
  await expect(
    changeEngineer(ada, { id: 1, isTrack: false }, { ...form, ldapId: null, roles: [1] }),
  ).rejects.toMatchObject(noWayIn)
  await resetSetting(ada, 'engineer.authentication.method')
  await remove(id)
})

describe('what is typed', () => {
  const typed = {
    ...{ name: 'main', url: ' LDAPS://Directory.Example/ ', baseDn: 'dc=example', nameAttribute: 'uid' },
    ...{ identityAttribute: 'entryUUID', connectMs: '1500', answerMs: '2000', forContacts: 'on' },
  }
  test('becomes an address without path, and what is left empty is nothing', () => {
    expect(directoryChange.parse(typed)).toMatchObject({
      ...{ url: 'ldaps://directory.example', filter: null, ca: null, bindDn: null, bindPassword: null },
      ...{ forContacts: true, forEngineers: false, active: false, connectMs: 1500 },
    })
  })

  test.each([
    ['url', 'directory.example'],
    ['url', 'https://directory.example'],
    ['url', 'ldap://user:secret@directory.example'],
    ['url', 'ldap://directory.example/dc=example'],
    ['baseDn', 'example'],
    ['nameAttribute', 'uid)(x=*'],
    ['connectMs', '60000'],
    ['identityAttribute', 'mail'],
  ])('%s is not "%s"', (field, value) => {
    const { error } = directoryChange.safeParse({ ...typed, [field]: value })
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})
