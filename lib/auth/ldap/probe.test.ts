import { afterAll, describe, expect, test } from 'vitest'
import { searchPeople } from './people.ts'
import { probe } from './probe.ts'
import type { LdapServer } from './server.ts'
import { freePort, READER, startSlapd } from './slapd-world.ts'
import { wire } from './wire.ts'

const slapd = await startSlapd({
  'dc=alpha': {
    people: [{ uid: 'anna', password: 'hers', mail: ['a@alpha.example', 'anna@alpha.example'] }, { uid: 'bert' }],
  },
  'dc=empty': {},
  'dc=crowd': { people: Array.from({ length: 1_200 }, (_, at) => ({ uid: `u${at}` })) },
})
afterAll(() => slapd.stop())

const of = (baseDn: string) => slapd.server({ baseDn, bindDn: READER.dn(baseDn) })
const outcome = async (values: Partial<LdapServer>, name: string | null = null) => {
  const { steps } = await probe(slapd.server(values), name)
  const failed = steps.find(({ state }) => state === 'failed')
  return failed ? `${failed.step}: ${failed.fault}` : 'good'
}

describe('a connection test', () => {
  test('that succeeds says whom it found, and names of attributes without their values', async () => {
    const report = await probe(slapd.server(), 'ANNA')
    expect(report.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      ...['reach good', 'protect good', 'sign_on good', 'base good', 'people good', 'identity good', 'name good'],
    ])
    expect(report).toMatchObject({
      people: 2,
      found: [{ dn: 'uid=anna,ou=people,dc=alpha', identity: expect.any(String) }],
    })
    expect(report.attributes).toEqual(['cn', 'entryUUID', 'mail', 'objectClass', 'sn', 'uid'])
    expect(JSON.stringify(report)).not.toContain('a@alpha.example')
    expect((await probe(of('dc=crowd'), null)).people).toBe(101)
  })

  test('that fails says at which step, and why', async () => {
    const hole = await wire()
    const url = (port: number) => ({ url: `ldap://127.0.0.1:${port}` })
    const cases: [string, Partial<LdapServer>, string?][] = [
      ['reach: unreachable', url(await freePort())],
      ['reach: silent', { ...url(hole.port), connectMs: 200 }],
      ['protect: certificate', { ca: null }],
      ['protect: clear', { url: 'ldap://directory.example', startTls: false }],
      ['sign_on: service', { bindPassword: 'wrong' }],
      ['sign_on: secret', { bindPassword: null }],
      ['base: base', { baseDn: 'dc=nothing' }],
      ['people: search', { filter: '(mail=nobody@alpha.example)' }],
      ['identity: identity', { identityAttribute: 'objectGUID' }],
      ['name: search', {}, 'nobody'],
    ]
    for (const [expected, values, name] of cases) expect(await outcome(values, name)).toBe(expected)
    await hole.stop()
  })
})

describe('the people of a directory', () => {
  const search = { filter: '(uid=*)', attributes: ['UID', 'mail'], most: 10_000, patience: 5_000 }

  test('are read page by page, with all values of what was asked', async () => {
    const { people, more } = await searchPeople(slapd.server(), { ...search, filter: '(uid=anna)' })
    expect(more).toBe(false)
    expect(people).toEqual([
      {
        dn: 'uid=anna,ou=people,dc=alpha',
        identity: expect.stringMatching(/^[0-9a-f-]{36}$/),
        attributes: { UID: ['anna'], mail: ['a@alpha.example', 'anna@alpha.example'] },
      },
    ])
  })

  test('beyond the bound, ours or the server’s, are not read, and that is said', async () => {
    const ours = await searchPeople(of('dc=crowd'), { ...search, most: 300 })
    expect([ours.people.length, ours.more]).toEqual([300, true])
    const all = await searchPeople(of('dc=crowd'), search)
    expect([all.people.length, all.more]).toEqual([1_200, false])
  })

  test('that a wrong filter or a server without answer would give are a fault, and not nobody', async () => {
    await expect(searchPeople(slapd.server({ baseDn: 'dc=nothing' }), search)).rejects.toMatchObject({ kind: 'base' })
    await expect(
      searchPeople(slapd.server({ url: `ldap://127.0.0.1:${await freePort()}` }), search),
    ).rejects.toMatchObject({ kind: 'unreachable' })
  })
})
