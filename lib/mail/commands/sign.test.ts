import { dkimVerify } from 'mailauth'
import { afterEach, expect, it } from 'vitest'
import { type EngineerViewer, signedInShape } from '#lib/access/viewer.ts'
import { env } from '#lib/env.ts'
import { mailServer, type Post } from '#lib/mail/mail-server.ts'
import { dnsRecord } from '../dkim.ts'
import { signerFor, signingKeyIsLost, signingKeys } from '../queries/dkim.ts'
import { CONTACT, mailWorld, sendThrough } from '../queries/testing.ts'
import { deliverMail } from './deliver.ts'
import { makeSigningKey, removeSigningKey, signWith } from './sign.ts'

const world = mailWorld()
let post: Post | undefined
afterEach(async () => {
  await post?.stop()
  await world.owner`delete from dkim_keys`
})

const engineer = async (id: number): Promise<EngineerViewer> => {
  const [row] = await world.owner`select viewer_rights('engineer', ${id}) as rights`
  const viewer = signedInShape.parse(row?.rights)
  if (viewer.kind !== 'engineer') throw new Error('no engineer')
  return viewer
}
const boss = () => engineer(3)
const made = async (domain: string) => {
  await makeSigningKey(await boss(), domain)
  const { keys } = await signingKeys(await boss())
  const key = keys.find((one) => one.domain === domain)
  if (!key) throw new Error('no key')
  return key
}
/** The mail as a receiver's server judges it that finds this in the DNS. */
async function received(record: { name: string; value: string }, change: (raw: string) => string = (raw) => raw) {
  post = await mailServer()
  sendThrough(post.url)
  await deliverMail(await world.queue(CONTACT.grace))
  const raw = change(post.received[0]?.raw ?? '')
  const resolver = async (name: string) => (name === record.name ? [[record.value]] : [])
  const { results } = await dkimVerify(raw, { resolver: resolver as never })
  return results.map(({ status }) => status.result)
}

it('a mail of the domain is signed as its DNS record says, and no word of it can be changed', async () => {
  const key = await made('portal.example')
  const record = dnsRecord(key)
  expect(record.name).toBe('portico1._domainkey.portal.example')
  await signWith(await boss(), key.id)
  expect(await received(record)).toEqual(['pass'])
  expect(await received(record, (raw) => raw.replace('the_number', 'x').replace('Anna', 'Otto'))).not.toContain('pass')
  expect(
    await received(record, (raw) => raw.replace(/List-Unsubscribe-Post: .*/, 'List-Unsubscribe-Post: x')),
  ).not.toContain('pass')
})

it('a key that was only made signs nothing, nor does one of another domain', async () => {
  const [own, other] = [await made('portal.example'), await made('other.example')]
  await signWith(await boss(), other.id)
  expect(await received(dnsRecord(own))).not.toContain('pass')
})

it('of a domain’s keys the last chosen signs alone; without any, mails go unsigned', async () => {
  const first = await made('portal.example')
  await signWith(await boss(), first.id)
  const second = await made('portal.example')
  expect((await signerFor('portal.example'))?.selector).toBe('portico1')
  await signWith(await boss(), second.id)
  expect((await signerFor('portal.example'))?.selector).toBe('portico2')
  await removeSigningKey(await boss(), second.id)
  expect(await signerFor('portal.example')).toBeUndefined()
})

it('the private half lies sealed, and is told as lost without the secret that sealed it', async () => {
  const key = await made('portal.example')
  await signWith(await boss(), key.id)
  const [row] = await world.owner<{ sealed_key: string }[]>`select sealed_key from dkim_keys`
  expect(row?.sealed_key).not.toContain('PRIVATE')
  expect(await signingKeyIsLost(await boss())).toBe(false)
  Object.defineProperty(env, 'authSecrets', {
    configurable: true,
    get: () => ['another secret, of another installation'],
  })
  expect(await signerFor('portal.example')).toBeUndefined()
  expect(await signingKeyIsLost(await boss())).toBe(true)
  Reflect.deleteProperty(env, 'authSecrets')
})

it('is an administrator’s business', async () => {
  const key = await made('portal.example')
  await expect(makeSigningKey(await engineer(1), 'portal.example')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(signWith(await engineer(1), key.id)).rejects.toMatchObject({ code: 'not_found' })
  expect((await signingKeys(await engineer(1))).keys).toEqual([])
})
