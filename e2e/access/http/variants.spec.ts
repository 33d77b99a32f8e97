import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { attachmentRow } from '../database/rows.ts'
import { plain } from './alike.ts'
import { type Gate, test } from './fixture.ts'
import { posted } from './forms.ts'
import { draftFile, settle } from './ink.ts'
import { canariesIn, illegible } from './legible.ts'
import { people, tickets, town } from './town.ts'
import { variantsOf } from './variants.ts'
import { visitorNamed } from './visitors.ts'
import { type Answer, each, type Message } from './wire.ts'

const customer = visitorNamed('customer')
const stranger = visitorNamed('stranger')
const outsiders = ['anonymous', 'stranger', 'disabled', 'engineer, blindToGroup'].map(visitorNamed)
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

for (const [name, page] of [
  ['stranger', '/tickets/'],
  ['engineer, blindToGroup', '/desk/tickets/'],
] as const) {
  test(`a foreign number answers ${name} in every letter as an unknown one does`, async ({ gate }) => {
    const visitor = visitorNamed(name)
    const [foreign, unknown] = [tickets.own, tickets.unknown].map((id) => askings(`${page}${1000 + id}`))
    const pairs = (foreign ?? []).flatMap((one, at) => (unknown?.[at] ? [[one, unknown[at]] as const] : []))
    const differing = await each(pairs, async ([one, other]) => {
      const [first, second] = [await followed(gate, visitor, one), await followed(gate, visitor, other)]
      return unnumbered(first) === unnumbered(second)
        ? []
        : [`${one.method ?? 'GET'} ${one.path} ${JSON.stringify(one.headers ?? {})}`]
    })
    expect(differing.flat()).toEqual([])
  })
}

/** Every variant of a page, and the form that is sent from it, to people and to scripts. */
function askings(path: string): Message[] {
  const purpose = path.startsWith('/desk') ? 'answer' : 'comment'
  const number = path.split('/').at(-1)
  const form = posted(`/files/drafts/${purpose}/${number}`, { key: randomUUID(), body: 'A text', textClass: 't1' })
  return [...variantsOf(path), form, { ...form, headers: { ...form.headers, accept: 'application/json' } }]
}

test('a foreign file, one of an internal entry and one on a draft answer as an unknown one does', async ({ gate }) => {
  const unknown = plain(await gate.ask(stranger, { path: `/files/${attachmentRow(999)}/x` }))
  for (const id of [101, 102, 111, 112]) {
    expect(plain(await gate.ask(stranger, { path: `/files/${attachmentRow(id)}/x` }))).toBe(unknown)
  }
  expect(plain(await gate.ask(customer, { path: `/files/${attachmentRow(102)}/x` }))).toBe(unknown)
  expect(plain(await gate.ask(stranger, { path: `/files/${draftFile(people.customer)}/x` }))).toBe(unknown)
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

function unnumbered(answer: Answer): string {
  return plain(answer).replaceAll(/10(01|99)|1%30%30.|%31%30%3[0-9]%3[0-9]/g, '')
}
