import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { providerAnswers, testProvider } from './metadata.ts'
import { type ProviderWorld, providerWorld } from './provider-world.ts'

const redirectUri = 'http://localhost:4999/api/auth/callback/corp'
let world: ProviderWorld
/** Something else that listens: it answers every path with what `answer` says, or never. */
let answer: string | null = ''
const elsewhere = createServer((_, response) => {
  if (answer !== null) response.end(answer)
})
let other = ''

beforeAll(async () => {
  world = await providerWorld([redirectUri])
  await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening))
  other = `http://localhost:${(elsewhere.address() as AddressInfo).port}`
})
afterAll(async () => {
  elsewhere.closeAllConnections()
  elsewhere.close()
  await world.stop()
})

const client = () => ({
  issuer: world.issuer,
  clientId: world.client.id,
  clientSecret: world.client.secret,
  redirectUri,
})
const keysOf = async (...asked: Parameters<typeof testProvider>) =>
  (await testProvider(...asked)).filter(({ key }) => key !== 'noPkce').map(({ key }) => key)

test('a provider answers, and knows its client or not', async () => {
  expect(await keysOf(client())).toEqual(['reached', 'clientAccepted'])
  expect(await keysOf({ ...client(), clientSecret: 'old' })).toEqual(['reached', 'clientRefused'])
  expect(await keysOf({ ...client(), clientId: 'nobody' })).toEqual(['reached', 'clientRefused'])
  expect(await providerAnswers(world.issuer, 2_000)).toBe(true)
})

test('what is wrong is named', async () => {
  answer = '<html>'
  expect(await testProvider({ ...client(), issuer: other })).toEqual([
    { key: 'noMetadata', good: false, values: { status: 200 } },
  ])
  answer = JSON.stringify({ issuer: 'https://elsewhere.example', authorization_endpoint: other })
  expect(await keysOf({ ...client(), issuer: other })).toEqual(['reached', 'otherIssuer', 'noEndpoint', 'noEndpoint'])
  expect(await providerAnswers(other, 2_000)).toBe(false)
  answer = JSON.stringify({ issuer: other, token_endpoint: 'http://192.0.2.1/token' })
  expect(await keysOf({ ...client(), issuer: other })).toEqual(['silent_insecure'])
  answer = `{"issuer": "${'x'.repeat(600_000)}"}`
  expect(await keysOf({ ...client(), issuer: other })).toEqual(['silent_too_large'])
})

test('silence ends with the patience', async () => {
  answer = null
  expect(await keysOf({ ...client(), issuer: other }, 200)).toEqual(['silent_timeout'])
  const gone = await providerWorld([])
  await gone.stop()
  expect(await testProvider({ ...client(), issuer: gone.issuer })).toEqual([
    { key: 'silent_unreachable', good: false, values: { detail: 'ECONNREFUSED' } },
  ])
})
