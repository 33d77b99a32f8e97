import { expect } from '@playwright/test'
import { attachmentRow } from '../database/rows.ts'
import { type Gate, test } from './fixture.ts'
import { settle } from './ink.ts'
import { canariesIn, illegible } from './legible.ts'
import { tickets, town } from './town.ts'
import { variantsOf } from './variants.ts'
import { visitorNamed } from './visitors.ts'
import { type Answer, each, type Message } from './wire.ts'

const customer = visitorNamed('customer')
const stranger = visitorNamed('stranger')
const outsiders = ['anonymous', 'stranger', 'disabled', 'customer, session revoked', 'engineer, blindToGroup'].map(
  visitorNamed,
)
const file = `/files/${attachmentRow(101)}/x`

test.describe.configure({ timeout: 120_000 })
test.beforeAll(({ gate }) => settle(gate, town))

/** As a router of Next's does: it answers a request for data with the address to ask. */
async function followed(gate: Gate, visitor: Parameters<Gate['ask']>[0], message: Message): Promise<Answer> {
  const answer = await gate.ask(visitor, message)
  const next = answer.headers.location
  const again = [307, 308].includes(answer.status) && next?.startsWith('/') && !/sign-in|^\/$|^\/desk$/.test(next)
  return again && next ? gate.ask(visitor, { ...message, path: next }) : answer
}

for (const path of [
  `/tickets/${1000 + tickets.own}`,
  `/desk/tickets/${1000 + tickets.own}`,
  file,
  '/tickets',
  '/account',
]) {
  test(`${path} tells no more in any other letters`, async ({ gate }) => {
    const asked = [customer, ...outsiders].flatMap((visitor) =>
      variantsOf(path).map((message) => ({ visitor, message })),
    )
    const wrong = await each(asked, async ({ visitor, message }) => {
      const answer = await followed(gate, visitor, message)
      const told = `${visitor.name}: ${message.method ?? 'GET'} ${message.path} ${JSON.stringify(message.headers ?? {})}`
      return [
        ...illegible(town, visitor.viewer, message, answer).map((one) => `${told} leaks ${one}`),
        ...(answer.status >= 500 ? [`${told} fails with ${answer.status}`] : []),
        ...(cached(answer) ? [`${told} may be kept in a cache`] : []),
      ]
    })
    expect(wrong.flat().slice(0, 20)).toEqual([])
  })
}

test('a foreign number answers in every letter as an unknown one does', async ({ gate }) => {
  const [foreign, unknown] = [tickets.own, tickets.unknown].map((id) => variantsOf(`/tickets/${1000 + id}`))
  const pairs = (foreign ?? []).flatMap((one, at) => (unknown?.[at] ? [[one, unknown[at]] as const] : []))
  const differing = await each(pairs, async ([one, other]) => {
    const [first, second] = [await followed(gate, stranger, one), await followed(gate, stranger, other)]
    const same = plain(first) === plain(second) && first.status === second.status
    return same ? [] : [`${one.method ?? 'GET'} ${one.path} ${JSON.stringify(one.headers ?? {})}`]
  })
  expect(differing.flat()).toEqual([])
})

test('whoever may read it, reads it through the router too', async ({ gate }) => {
  const path = `/tickets/${1000 + tickets.own}`
  for (const headers of [{ rsc: '1' }, { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }]) {
    const answer = await followed(gate, customer, { path, headers })
    expect(canariesIn(answer, ['subject'])).toEqual([`canarysubject${tickets.own}x`])
  }
  expect((await gate.ask(customer, { method: 'HEAD', path })).status).toBe(200)
  expect((await gate.ask(stranger, { method: 'HEAD', path })).status).toBe(404)
})

function cached({ status, headers }: Answer): boolean {
  return (
    status === 200 && !/no-store/.test(headers['cache-control'] ?? '') && !headers['content-type']?.startsWith('image/')
  )
}

/** Without what is new in every answer, and without the number that was asked for. */
function plain({ body, headers }: Answer): string {
  const nonce = /nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? 'none'
  return body.replaceAll(nonce, '').replaceAll(/10(01|99)|1%30%30.|%31%30%3[0-9]%3[0-9]|%31%30%39%39/g, '')
}
