import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { people } from '../support/people.ts'
import { essence, file, newTicket, post, unique } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

const strangers = {
  'a colleague': people.colleague,
  'another company': people.otherCompany,
  'another group': people.otherGroup,
}
const unknownNumber = '98765432'
const answerTo = async (page: Page, path: string, asked: string) => essence(await page.request.get(path), asked)
const searchFor = (words: string) => `/tickets?scope=company&status=all&q=${encodeURIComponent(words)}`
const countOf = async (page: Page) => {
  await page.goto('/tickets?scope=company&status=all')
  return page.getByRole('navigation', { name: 'Pages of the list' }).getByRole('paragraph').textContent()
}
const unknownFile = () => `/files/${randomUUID()}/plan.txt`

for (const [who, login] of Object.entries(strangers)) {
  test(`for ${who} a ticket does not exist: page, search, count and comment answer as for an unknown one`, async ({
    customer,
  }) => {
    const stranger = await customer(login)
    const countBefore = await countOf(stranger)
    const owner = await customer(people.owner)
    const { number, path, subject } = await newTicket(owner)

    await owner.goto(path)
    await expect(owner.getByRole('heading', { level: 1 })).toHaveText(subject)
    const page = await answerTo(stranger, path, String(number))
    expect(page).toEqual(await answerTo(stranger, `/tickets/${unknownNumber}`, unknownNumber))
    expect(page.status).toBe(404)

    const [word = ''] = subject.split(' ').slice(-1)
    const [nonsense = ''] = unique('x').split(' ').slice(-1)
    expect(await answerTo(stranger, searchFor(word), word)).toEqual(
      await answerTo(stranger, searchFor(nonsense), nonsense),
    )
    const byNumber = await answerTo(stranger, searchFor(String(number)), String(number))
    expect(byNumber).toEqual(await answerTo(stranger, searchFor(unknownNumber), unknownNumber))
    expect(await countOf(stranger)).toBe(countBefore)

    const comment = () => ({ key: randomUUID(), intent: 'send', body: 'I was never here.' })
    const refused = await post(stranger, `/files/drafts/comment/${number}`, comment())
    const unknown = await post(stranger, `/files/drafts/comment/${unknownNumber}`, comment())
    expect(await essence(refused, String(number))).toEqual(await essence(unknown, unknownNumber))
    expect(refused.status()).toBe(404)
    await owner.goto(path)
    await expect(owner.getByText('I was never here.')).toHaveCount(0)
  })

  test(`for ${who} a file does not exist, whether sent or still in a draft`, async ({ customer }) => {
    const owner = await customer(people.draftOwner)
    const { path } = await newTicket(owner, { files: file('plan.txt', 'secret') })
    await owner.goto(path)
    const sent = (await owner.getByRole('link', { name: 'plan.txt' }).first().getAttribute('href')) ?? ''
    const attach = { intent: 'attach', files: file('plan.txt', 'draft') }
    const drafted = await post(owner, `/files/drafts/comment${path.slice('/tickets'.length)}`, attach, {
      accept: 'application/json',
    })
    const { id } = await drafted.json()
    const draft = `/files/${id}/plan.txt`

    const stranger = await customer(login)
    const unknown = await answerTo(stranger, unknownFile(), '')
    expect(unknown).toEqual({ status: 404, body: ['{"code":"not_found"}'] })
    for (const address of [sent, draft]) {
      expect((await owner.request.get(address)).status()).toBe(200)
      expect(await answerTo(stranger, address, '')).toEqual(unknown)
    }
    await post(stranger, '/files/drafts/create/ServiceDesk', { intent: 'detach', attachment: id })
    await post(stranger, '/files/drafts/create/ServiceDesk', { intent: 'detach', detach: id })
    expect((await owner.request.get(draft)).status()).toBe(200)
  })
}

test('the file of an internal entry does not exist for the customer, even where its ticket does', async ({
  customer,
  engineer,
}) => {
  const owner = await customer(people.owner)
  const { number } = await newTicket(owner)
  const desk = await engineer('katrin.berger')
  const note = {
    key: randomUUID(),
    intent: 'send',
    textClass: 'internal_note',
    body: 'see file',
    files: file('inside.txt', 'margin 40 %'),
  }
  expect((await post(desk, `/files/drafts/answer/${number}`, note)).status()).toBe(303)
  await desk.goto(`/desk/tickets/${number}`)
  const address = (await desk.getByRole('link', { name: 'inside.txt' }).first().getAttribute('href')) ?? ''
  expect((await desk.request.get(address)).status()).toBe(200)
  expect(await answerTo(owner, address, '')).toEqual(await answerTo(owner, unknownFile(), ''))
  await owner.goto(`/tickets/${number}`)
  await expect(owner.getByText('inside.txt')).toHaveCount(0)
})

test('whoever is not signed in gets no file and no ticket', async ({ customer, page }) => {
  const owner = await customer(people.owner)
  const { path } = await newTicket(owner, { files: file('plan.txt', 'secret') })
  await owner.goto(path)
  const sent = (await owner.getByRole('link', { name: 'plan.txt' }).first().getAttribute('href')) ?? ''
  expect(await answerTo(page, sent, '')).toEqual(await answerTo(page, unknownFile(), ''))
  const refused = await page.request.get(path, { maxRedirects: 0 })
  expect(refused.headers().location).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
  expect(await refused.text()).not.toContain('Pump')
})

test('other spellings of an address decide alike', async ({ customer }) => {
  const owner = await customer(people.owner)
  const { number, subject } = await newTicket(owner)
  const stranger = await customer(people.colleague)
  const spellings = [
    [`/tickets/${number}.rsc`, {}],
    [`/tickets/${number}?_rsc=abc`, { rsc: '1' }],
    [`/tickets/${number}/`, {}],
    [`/tickets//${number}`, {}],
    [`/TICKETS/${number}`, {}],
    [`/tickets/%${String(number).charCodeAt(0).toString(16)}${String(number).slice(1)}`, {}],
    [`/tickets/${number}`, { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }],
    [`/tickets/${number}`, { rsc: '1', 'next-router-prefetch': '1' }],
    [`/tickets/0${number}`, {}],
  ] as const
  for (const [path, headers] of spellings) {
    const answer = await stranger.request.get(path, { headers })
    expect(await answer.text(), `${path} ${JSON.stringify(headers)}`).not.toContain(subject)
  }
})

test('fields that no form has change nothing', async ({ customer, engineer }) => {
  const page = await customer(people.tampers)
  const other = await newTicket(await customer(people.owner))
  const extra = {
    status: 'closed',
    statusId: '5',
    queue: 'Sales',
    company: '1',
    companyId: '1',
    author: '1',
    authorContactId: '1',
    authorName: 'Nobody',
    contact: '1',
    mainContactId: '1',
    engineerId: '1',
    number: String(other.number),
    ticketId: '1',
    textClass: 'internal_note',
    customerVisible: 'false',
    kind: 'activity',
    createdAt: '2001-01-01',
    'field.priority': 'urgent',
    'field.root_cause': 'Sabotage',
    role: 'admin',
  }
  const { number, path } = await newTicket(page, extra)
  await page.goto(path)
  const facts = page.getByRole('complementary', { name: 'Facts' })
  await expect(facts).toContainText('Noor Hassan')
  await expect(facts).toContainText('Service desk')
  await expect(facts).not.toContainText('Urgent')
  await expect(page.getByText('We have received your ticket.', { exact: false })).toBeVisible()

  await post(page, `/files/drafts/comment/${number}`, {
    key: randomUUID(),
    intent: 'send',
    body: 'Only a comment.',
    ...extra,
  })
  await page.goto(path)
  const comment = page.getByRole('article').filter({ hasText: 'Only a comment.' })
  await expect(comment).toContainText('You')
  await expect(comment).not.toContainText('2001')
  await expect(page.getByText('We have received your ticket.', { exact: false })).toBeVisible()

  const desk = await engineer('katrin.berger')
  await desk.goto(`/desk/tickets/${number}`)
  await expect(desk.getByText('Sabotage')).toHaveCount(0)
  await expect(desk.getByRole('article').filter({ hasText: 'Only a comment.' })).toContainText('Noor Hassan')
  await desk.goto(`/desk/tickets/${other.number}`)
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText(other.subject)
  await expect(desk.getByText('Only a comment.')).toHaveCount(0)
})

test('two people with 50 requests at the same time never get each other’s pages', async ({ customer }) => {
  test.slow()
  const [one, other] = await Promise.all(people.alternates.map((login) => customer(login)))
  if (!one || !other) throw new Error('two people are needed')
  const names = ['Carlos Hernández', 'Kwame Boateng']
  const addresses = ['/', '/tickets?status=all', '/account', '/tickets/new', '/tickets/1']
  const crowd = Array.from({ length: 50 }, (_, index) => ({
    who: index % 2,
    address: addresses[Math.floor(index / 2) % addresses.length] ?? '/',
  }))
  const answers = await Promise.all(
    crowd.map(async ({ who, address }) => ({ who, address, answer: await (who ? other : one).request.get(address) })),
  )
  for (const { who, address, answer } of answers) {
    const body = await answer.text()
    expect(body, address).toContain(names[who])
    expect(body, address).not.toContain(names[1 - who])
    expect(answer.headers()['cache-control'], address).toContain('no-store')
  }
})
