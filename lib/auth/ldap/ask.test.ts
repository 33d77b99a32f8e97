import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askDirectories, pretendToAsk } from './ask.ts'
import { wakeAll } from './breaker.ts'
import type { LdapServer } from './server.ts'
import { freePort, READER, startSlapd } from './slapd-world.ts'
import { type Wire, wire } from './wire.ts'

const ANNA = '11111111-1111-4111-8111-111111111111'
const BERT = '22222222-2222-4222-8222-222222222222'
const NAMESAKE = '33333333-3333-4333-8333-333333333333'
const CARL = '44444444-4444-4444-8444-444444444444'
const GUID = '55556666-7777-4888-9999-aaaabbbbcccc'
const RIGHT = 'anna knows it'
const elsewhere = await wire()
const slapd = await startSlapd({
  'dc=alpha': {
    people: [
      { uid: 'anna', password: RIGHT, uuid: ANNA, mail: 'anna@alpha.example' },
      { uid: 'bert', uuid: BERT },
      { uid: 'odd*)(uid=anna', password: RIGHT, uuid: '66666666-6666-4666-8666-666666666666' },
      { uid: 'comma, cn=reader', password: RIGHT, uuid: '77777777-7777-4777-8777-777777777777' },
      {
        uid: 'gudrun',
        password: RIGHT,
        sAMAccountName: 'gudrun.ad',
        guid: Buffer.from('66665555777788489999aaaabbbbcccc', 'hex'),
      },
    ],
    closed: [{ uid: 'carl', password: RIGHT, uuid: CARL }],
    ldif: `\ndn: ou=away,dc=alpha\nobjectClass: referral\nobjectClass: extensibleObject\nou: away\nref: ldap://127.0.0.1:${elsewhere.port}/ou=away,dc=alpha\n`,
  },
  'dc=beta': { people: [{ uid: 'anna', password: 'another anna', uuid: NAMESAKE }] },
  'dc=crowd': { people: Array.from({ length: 10_000 }, (_, at) => ({ uid: `u${at}`, cn: 'crowd' })) },
})
const alpha = slapd.server()
const beta = slapd.server({ id: 2, name: 'beta', baseDn: 'dc=beta', bindDn: READER.dn('dc=beta') })
const never = new Promise<Buffer>(() => {})
let wires: Wire[] = []

const through = async (...options: Parameters<typeof wire>) => {
  const made = await wire(...options)
  wires.push(made)
  return made
}
const at = (port: number, values: Partial<LdapServer> = {}) =>
  slapd.server({ ...values, url: `ldap://127.0.0.1:${port}` })
const ask = (password: string, ldapId: string, ...servers: LdapServer[]) => askDirectories(servers, ldapId, password)
const accepted = { outcome: 'accepted', server: 'alpha', identity: ANNA }
const refused = (cause: string) => ({ outcome: 'refused', cause })
const fault = (reason: string) => ({ outcome: 'fault', reasons: [expect.stringContaining(`alpha: ${reason}`)] })

beforeEach(wakeAll)
afterEach(async () => {
  await Promise.all(wires.map((one) => one.stop()))
  wires = []
})
afterAll(async () => {
  await elsewhere.stop()
  await slapd.stop()
})

describe('a password', () => {
  test.each([
    ['by StartTLS', {}],
    ['by ldaps', { url: `ldaps://127.0.0.1:${slapd.tlsPort}`, startTls: false }],
    ['by name and not by number', { url: `ldap://localhost:${slapd.port}` }],
    ['after an anonymous search', { bindDn: null, bindPassword: null }],
    ['under a filter of the server’s own', { filter: '(&(objectClass=inetOrgPerson)(|(uid={login})(mail={login})))' }],
    ['under a filter that narrows', { filter: '(objectClass=inetOrgPerson)' }],
  ])('is asked of the directory %s', async (_how, values) => {
    const server = slapd.server(values)
    expect(await ask(RIGHT, ANNA, server)).toEqual(accepted)
    expect(await ask('a guess', ANNA, server)).toEqual(refused('wrong_password'))
    expect(await ask(RIGHT, 'anna', server)).toEqual(accepted)
  })

  test.each(['', ' ', '\t\n', '\0', `${RIGHT}\0`, '\0guess'])('of %j sends no packet', async (password) => {
    const line = await through(slapd.port)
    expect(await ask(password, ANNA, at(line.port))).toEqual(refused('wrong_password'))
    expect(line.connections()).toBe(0)
  })

  test('is that of the identity, and not of a namesake in another directory', async () => {
    expect(await ask('another anna', ANNA, alpha, beta)).toEqual(refused('wrong_password'))
    expect(await ask('another anna', NAMESAKE, alpha, beta)).toMatchObject({ outcome: 'accepted', server: 'beta' })
    expect(await ask(RIGHT, 'anna', alpha, beta)).toEqual(refused('ambiguous_in_directory'))
  })

  test('of somebody without one is refused', async () => {
    expect(await ask(RIGHT, BERT, alpha)).toEqual(refused('wrong_password'))
  })

  test('is asked where only the reader finds its owner', async () => {
    expect(await ask(RIGHT, CARL, alpha)).toMatchObject({ outcome: 'accepted' })
    expect(await ask(RIGHT, CARL, slapd.server({ bindDn: null, bindPassword: null }))).toEqual(
      refused('not_in_directory'),
    )
  })

  test('of a person with a binary objectGUID is asked, by name and by the GUID as Active Directory writes it', async () => {
    const server = slapd.server({ identityAttribute: 'objectGUID', nameAttribute: 'sAMAccountName' })
    const found = { outcome: 'accepted', server: 'alpha', identity: GUID }
    expect(await ask(RIGHT, 'gudrun.ad', server)).toEqual(found)
    expect(await ask(RIGHT, GUID.toUpperCase(), server)).toEqual(found)
    expect(await ask('a guess', GUID, server)).toEqual(refused('wrong_password'))
  })

  test('is refused outside the filter, by name and by identity', async () => {
    const server = slapd.server({ filter: '(mail=*)' })
    expect(await ask(RIGHT, CARL, server)).toEqual(refused('not_in_directory'))
    expect(await ask(RIGHT, ANNA, server)).toEqual(accepted)
  })
})

describe('a name', () => {
  test.each(['ANNA', ' anna ', 'Anna'])('%j is anna to the directory, and one identity to us', async (name) => {
    expect(await ask(RIGHT, name, alpha)).toEqual(accepted)
  })

  test.each([
    '*',
    'an*',
    'anna)(uid=*',
    '*)(objectClass=*',
    'anna)(|(uid=*',
    '\\2a',
    'uid=anna,ou=people,dc=alpha',
    'x\0',
  ])('%j is no more than a name', async (name) => {
    expect(await ask(RIGHT, name, alpha)).toEqual(refused('not_in_directory'))
  })

  test('of signs that mean something in filters and DNs finds its owner', async () => {
    expect(await ask(RIGHT, 'odd*)(uid=anna', alpha)).toMatchObject({ outcome: 'accepted' })
    expect(await ask(RIGHT, 'comma, cn=reader', alpha)).toMatchObject({ outcome: 'accepted' })
  })

  test('that ten thousand share is nobody’s', async () => {
    const crowd = slapd.server({ baseDn: 'dc=crowd', bindDn: READER.dn('dc=crowd'), nameAttribute: 'cn' })
    expect(await ask(RIGHT, 'crowd', crowd)).toEqual(refused('ambiguous_in_directory'))
  })
})

describe('a referral', () => {
  test('is not followed, in a search nor at a bind', async () => {
    const away = slapd.server({ baseDn: 'ou=away,dc=alpha' })
    expect(await ask(RIGHT, ANNA, away)).toMatchObject({ outcome: 'fault' })
    expect(await ask(RIGHT, 'nobody', alpha)).toEqual(refused('not_in_directory'))
    const bound = slapd.server({ bindDn: 'cn=reader,ou=away,dc=alpha' })
    expect(await ask(RIGHT, ANNA, bound)).toEqual(fault('service'))
    expect(elsewhere.connections()).toBe(0)
  })
})

describe('a directory that does not answer', () => {
  test('because it is down says so at once', async () => {
    expect(await ask(RIGHT, ANNA, at(await freePort()))).toEqual(fault('unreachable'))
  })

  test('because it is a black hole, before or after StartTLS, or slow, is given up in time', async () => {
    const hole = await through()
    const began = performance.now()
    expect(await ask(RIGHT, ANNA, at(hole.port, { connectMs: 300 }))).toEqual(fault('silent'))
    const late = await through(slapd.port, { fromServer: (chunk, count) => (count > 0 ? never : chunk) })
    expect(await ask(RIGHT, ANNA, at(late.port, { connectMs: 300 }))).toEqual(fault('silent'))
    const slow = await through(slapd.port, { fromServer: (chunk, count) => (count > 3 ? never : chunk) })
    expect(await ask(RIGHT, ANNA, at(slow.port, { answerMs: 300 }))).toEqual(fault('silent'))
    expect(performance.now() - began).toBeLessThan(3_000)
    for (const line of [hole, late, slow]) expect(line.said().includes(RIGHT)).toBe(false)
  })

  test('together with others refuses within five seconds', async () => {
    const holes = await Promise.all([through(), through(), through(), through()])
    const began = performance.now()
    const answer = await ask(RIGHT, ANNA, ...holes.map(({ port }) => at(port, { connectMs: 4000 })))
    expect(answer).toMatchObject({ outcome: 'fault' })
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('leaves the next one to be asked', async () => {
    const down = at(await freePort(), { id: 3, name: 'aaa' })
    expect(await ask(RIGHT, ANNA, down, alpha)).toEqual(accepted)
    // Whether a name is one person's alone nobody can say then.
    expect(await ask(RIGHT, 'anna', down, alpha)).toMatchObject({ outcome: 'fault' })
  })

  test('rests after three faults, so that nobody waits, and is asked again when its record changes', async () => {
    const hole = await through()
    const server = at(hole.port, { connectMs: 200 })
    for (let tries = 0; tries < 3; tries += 1) expect(await ask(RIGHT, ANNA, server)).toEqual(fault('silent'))
    const began = performance.now()
    expect(await ask(RIGHT, ANNA, server)).toEqual(fault('resting'))
    expect(performance.now() - began).toBeLessThan(100)
    expect(hole.connections()).toBe(3)
    expect(await ask(RIGHT, ANNA, { ...server, url: alpha.url })).toEqual(accepted)
  })
})

describe('a password never travels in clear', () => {
  test('with StartTLS, nor does that of the bind user', async () => {
    const line = await through(slapd.port)
    expect(await ask(RIGHT, ANNA, at(line.port))).toEqual(accepted)
    expect(line.said().length).toBeGreaterThan(200)
    expect(line.said().includes(RIGHT)).toBe(false)
    expect(line.said().includes(READER.password)).toBe(false)
  })

  const refusal = Buffer.from('300c02010178070a010204000400', 'hex')
  const success = Buffer.from('300c02010178070a010004000400', 'hex')
  test.each([
    ['refuses StartTLS', refusal, 'start_tls'],
    ['grants StartTLS and goes on in clear', Buffer.concat([success, success]), 'start_tls'],
    ['says nonsense', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'), 'start_tls'],
  ])('to somebody between who %s', async (_what, answer, kind) => {
    const line = await through(slapd.port, { instead: (_, count) => (count === 0 ? answer : undefined) })
    expect(await ask(RIGHT, ANNA, at(line.port))).toEqual(fault(kind))
    expect(line.said().includes(RIGHT) || line.said().includes(READER.password)).toBe(false)
  })

  test.each([
    [
      'at',
      (count: number) => ({ fromServer: (chunk: Buffer, at: number) => (at === count ? ('drop' as const) : chunk) }),
    ],
    ['after', (count: number) => ({ endsAfter: count })],
  ])(
    'when the protected connection breaks %s any of the server’s answers: nothing is asked anew',
    async (_when, tamper) => {
      let breaks = 0
      for (; ; breaks += 1) {
        wakeAll()
        const line = await through(slapd.port, tamper(breaks))
        const answer = await ask(RIGHT, ANNA, at(line.port))
        expect(line.connections()).toBe(1)
        expect(line.said().includes(RIGHT) || line.said().includes(READER.password)).toBe(false)
        if (answer.outcome === 'accepted') break
        expect(answer).toEqual(fault('dropped'))
      }
      expect(breaks).toBeGreaterThanOrEqual(4)
    },
  )

  test.each(['expired', 'otherHost', 'stranger'] as const)('to a certificate that is %s', async (which) => {
    const impostor = await through(await slapd.tlsWith(slapd.certificates[which]))
    const server = slapd.server({ url: `ldaps://127.0.0.1:${impostor.port}`, startTls: false })
    expect(await ask(RIGHT, ANNA, server)).toEqual(fault('certificate'))
    expect(await ask(RIGHT, ANNA, { ...alpha, ca: null })).toEqual(fault('certificate'))
    expect(impostor.said().includes(READER.password)).toBe(false)
  })

  test('over a wire without any protection, which is refused beyond this machine', async () => {
    const server = slapd.server({ url: 'ldap://directory.example', startTls: false })
    expect(await ask(RIGHT, ANNA, server)).toEqual(fault('clear'))
    expect(await ask(RIGHT, ANNA, slapd.server({ startTls: false }))).toEqual(accepted)
  })
})

test('asking in vain takes the same way as asking for somebody', async () => {
  const [real, vain] = [await through(slapd.port), await through(slapd.port)]
  await ask('a guess', ANNA, at(real.port))
  await pretendToAsk([at(vain.port)])
  expect(vain.connections()).toBe(real.connections())
  expect(Math.abs(vain.said().length - real.said().length)).toBeLessThan(150)
})
