import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { people } from '../support/people.ts'
import { file, newTicket, post, unique } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const summary = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('heading') })
const rows = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
/** Without the unread mark: another test may read the same person's ticket meanwhile. */
const subjects = async (page: Page) =>
  (await page.getByRole('table').getByRole('rowheader').allInnerTexts()).map((text) => text.replace(/^unread: /, ''))
const reply = (page: Page) => page.locator('#reply').getByLabel('Comment', { exact: true })
const history = (page: Page) => page.locator('section').filter({ has: page.getByRole('heading', { name: 'History' }) })

async function filter(page: Page, choices: Record<string, string>): Promise<void> {
  const form = page.getByRole('search')
  for (const [label, option] of Object.entries(choices))
    await form.getByLabel(label, { exact: true }).selectOption(option)
  await form.getByRole('button', { name: 'Apply' }).click()
}

test.describe('the welcome page', () => {
  test('greets by name, says what is open, and offers a tile for each topic in which one may create', async ({
    customer,
  }) => {
    const page = await customer(people.seesCompany)
    await page.goto('/')
    await expect(heading(page)).toHaveText('Hello Tom Whitfield')
    await expect(page.getByText(/^You have \d+ open tickets?\.$/)).toBeVisible()
    const tiles = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'I need …' }) })
      .getByRole('link')
    await expect(tiles).toHaveCount(3)
    await tiles.filter({ hasText: 'Sales and spare parts' }).click()
    await expect(heading(page)).toHaveText('New ticket: Sales and spare parts')
  })

  test('lists the ten latest tickets and leads to all', async ({ customer }) => {
    const page = await customer(people.industry)
    await page.goto('/')
    await expect(page.getByRole('table', { name: 'Latest tickets' })).toBeVisible()
    await expect(rows(page)).toHaveCount(10)
    const latest = await subjects(page)
    await page.getByRole('link', { name: 'All tickets' }).click()
    await expect(heading(page)).toHaveText('Tickets')
    expect((await subjects(page)).slice(0, 10)).toEqual(latest)
  })

  test('searches in all that one may see', async ({ customer }) => {
    const page = await customer(people.seesCompany)
    await page.goto('/')
    await page.getByRole('searchbox', { name: 'Search your tickets' }).fill('overhaul vibrate')
    await page.getByRole('searchbox', { name: 'Search your tickets' }).press('Enter')
    await expect(rows(page).filter({ hasText: 'Vibration, noise & heat at once' })).toHaveCount(1)
  })
})

test.describe('the ticket list', () => {
  test('switches between my tickets and those of my company, where the profile may', async ({ customer }) => {
    const page = await customer(people.seesCompany)
    await page.goto('/tickets?status=all')
    await expect(rows(page).first()).toBeVisible()
    const mine = await subjects(page)
    const company = page.getByRole('link', { name: 'All of ACME' })
    await company.click()
    await expect(company).toHaveAttribute('aria-current', 'page')
    const all = await subjects(page)
    expect(all.filter((subject) => !mine.includes(subject)).length).toBeGreaterThan(0)
    await page.getByRole('link', { name: 'My tickets' }).click()
    await expect(page).toHaveURL('/tickets?status=all')
    expect(await subjects(page)).toEqual(mine)
  })

  test('shows nothing of the company where the profile may not see it', async ({ customer }) => {
    const page = await customer(people.industry)
    await page.goto('/tickets?status=all')
    const mine = await subjects(page)
    await expect(page.getByRole('navigation', { name: 'Whose tickets' })).toHaveCount(0)
    await page.goto('/tickets?scope=company&status=all')
    expect(await subjects(page)).toEqual(mine)
  })

  test('filters by status and topic; what is chosen can be removed again', async ({ customer }) => {
    const page = await customer(people.industry)
    await page.goto('/tickets')
    await expect(rows(page).filter({ hasText: 'Closed' })).toHaveCount(0)
    await filter(page, { Status: 'Closed' })
    await expect(page).toHaveURL(/status=closed/)
    await expect(rows(page).first()).toBeVisible()
    const closed = await rows(page).count()
    await expect(rows(page).filter({ hasText: 'Closed' })).toHaveCount(closed)
    await filter(page, { Topic: 'Technical support, 2nd level' })
    await expect(page).toHaveURL(/queue=Helpdesk_2nd_Level/)
    await expect(rows(page).filter({ hasText: 'Service desk' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Remove filter: Technical support, 2nd level' }).click()
    await expect(rows(page)).toHaveCount(closed)
    await page.getByRole('link', { name: 'Clear all filters' }).click()
    await expect(page).toHaveURL('/tickets')
  })

  test('searches number, subject and words of the text', async ({ customer }) => {
    const page = await customer(people.industry)
    const number = await rowOf(page, '/tickets?status=all&q=Pumpwerk', 'Inbetriebnahme Pumpwerk Süd').then(numberIn)
    for (const query of [number, 'inbetriebnahme', 'Fördermenge Lagertemperatur']) {
      const row = await rowOf(page, `/tickets?status=all&q=${encodeURIComponent(query)}`, 'Inbetriebnahme Pumpwerk Süd')
      await expect(row, query).toBeVisible()
    }
    await page.goto('/tickets?status=all&q=xylophonquark')
    await expect(page.getByRole('heading', { name: 'Nothing found for “xylophonquark”' })).toBeVisible()
  })

  test('sorts by number', async ({ customer }) => {
    const page = await customer(people.industry)
    await page.goto('/tickets?status=all')
    await filter(page, { 'Sort by': 'Number' })
    await expect(page).toHaveURL(/sort=number/)
    const numbers = await Promise.all((await rows(page).all()).map(numberIn))
    expect(numbers.length).toBeGreaterThan(5)
    expect(numbers).toEqual(numbers.toSorted((one, other) => Number(other) - Number(one)))
  })

  test('pages to older tickets and back without losing or repeating one', async ({ customer }) => {
    const page = await customer(people.seesClub)
    await page.goto('/tickets?scope=company&status=all')
    const [total] =
      /\d+/.exec((await page.getByRole('navigation', { name: 'Pages of the list' }).textContent()) ?? '') ?? []
    const pages = [await links(page)]
    while (await page.getByRole('link', { name: 'Older' }).isVisible()) {
      await page.getByRole('link', { name: 'Older' }).click()
      await expect.poll(() => links(page)).not.toEqual(pages.at(-1))
      pages.push(await links(page))
    }
    expect(pages.length).toBeGreaterThan(1)
    expect(new Set(pages.flat()).size).toBe(pages.flat().length)
    expect(pages.flat()).toHaveLength(Number(total))
    for (const expected of pages.slice(0, -1).toReversed()) {
      await page.getByRole('link', { name: 'Newer' }).click()
      await expect.poll(() => links(page)).toEqual(expected)
    }
    await expect(page.getByRole('link', { name: 'Newer' })).toHaveCount(0)
  })
})

test.describe('a ticket', () => {
  test('shows its facts, exposed fields and history, and hides what is internal', async ({ customer }) => {
    const page = await customer(people.industry)
    await (await rowOf(page, '/tickets?status=all&q=Pumpwerk', 'Inbetriebnahme Pumpwerk Süd')).getByRole('link').click()
    await expect(heading(page)).toHaveText('Inbetriebnahme Pumpwerk Süd: Tagebuch')
    const facts = page.getByRole('complementary', { name: 'Facts' })
    for (const [label, value] of [
      ['Topic', 'Service desk'],
      ['Created by', 'Lena Brandt'],
      ['What is it about?', 'A question'],
      ['Priority', 'High'],
    ] as const) {
      await expect(facts.getByRole('definition').and(facts.locator(`dt:text-is("${label}") + dd`))).toHaveText(value)
    }
    await expect(facts).not.toContainText(/Root cause|Cost centre/)
    await expect(history(page).getByRole('article')).toHaveCount(40)
    await expect(history(page).getByRole('article').last()).toContainText('Tag 29 geprüft')
    await page.getByRole('link', { name: 'Show older entries' }).click()
    await expect(history(page).getByRole('article').first()).toContainText('In diesem Ticket führen wir gemeinsam')
    await expect(page.getByText('Grenzwert intern')).toHaveCount(0)
  })

  test('hands out its attachment with its name, whole or in part, and never as a page of its own', async ({
    customer,
  }) => {
    const page = await customer(people.comments)
    const content = 'Zeile eins\nline two\n'
    const { path } = await newTicket(page, { files: file('Prüf bericht 1.txt', content) })
    await page.goto(path)
    const facts = page.getByRole('complementary', { name: 'Facts' })
    await facts.getByText('1 attachment').click()
    const link = facts.getByRole('link', { name: 'Prüf bericht 1.txt' })
    const address = (await link.getAttribute('href')) ?? ''
    const whole = await page.request.get(address)
    expect(whole.status()).toBe(200)
    expect(await whole.text()).toBe(content)
    expect(whole.headers()).toMatchObject({
      'content-type': 'text/plain',
      'content-length': String(Buffer.byteLength(content)),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store, no-transform',
      etag: `"${createHash('sha256').update(content).digest('hex')}"`,
    })
    expect(whole.headers()['content-disposition']).toMatch(
      /^attachment; filename="Pr.f bericht 1\.txt"; filename\*=UTF-8''Pr%C3%BCf%20bericht%201\.txt$/,
    )
    const part = await page.request.get(address, { headers: { range: 'bytes=6-9' } })
    expect([part.status(), await part.text()]).toEqual([206, 'eins'])
    expect(part.headers()['content-range']).toBe(`bytes 6-9/${content.length}`)
    const beyond = await page.request.get(address, { headers: { range: 'bytes=900-' } })
    expect([beyond.status(), beyond.headers()['content-range']]).toEqual([416, `bytes */${content.length}`])
    const [saved] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(saved.suggestedFilename()).toBe('Prüf bericht 1.txt')
  })

  test('takes a comment with two files', async ({ customer }) => {
    const page = await customer(people.comments)
    const { path } = await newTicket(page)
    await page.goto(path)
    await reply(page).fill('Here are **both** pictures.')
    await page.getByLabel('Attach files').setInputFiles([
      { name: 'left.txt', mimeType: 'text/plain', buffer: Buffer.from('left') },
      { name: 'right.txt', mimeType: 'text/plain', buffer: Buffer.from('right') },
    ])
    await expect(page.getByRole('list', { name: 'Attached files' }).getByRole('listitem')).toHaveCount(2)
    await expect(page.getByRole('button', { name: 'Remove right.txt' })).toBeVisible()
    await expect(page.getByRole('progressbar')).toHaveCount(0)
    await page.getByRole('button', { name: 'Add comment' }).click()
    await expect(page.getByText('Your comment was added.')).toBeVisible()
    const added = history(page).getByRole('article').last()
    await expect(added.locator('strong', { hasText: 'both' })).toBeVisible()
    for (const name of ['left.txt', 'right.txt']) await expect(added.getByRole('link', { name })).toBeVisible()
    await expect(added).toContainText('You')
    await expect(reply(page)).toHaveValue('')
  })

  test('refuses an empty comment, and keeps what was attached and typed until it is sent', async ({ customer }) => {
    const page = await customer(people.comments)
    const { path } = await newTicket(page)
    await page.goto(path)
    await page.getByRole('button', { name: 'Add comment' }).click()
    await expect(summary(page)).toContainText('Write a comment or attach a file.')
    await expect(summary(page)).toBeFocused()
    const long = 'x'.repeat(50_001)
    await reply(page).fill(long)
    await page
      .getByLabel('Attach files')
      .setInputFiles({ name: 'kept.txt', mimeType: 'text/plain', buffer: Buffer.from('kept') })
    await expect(page.getByRole('button', { name: 'Remove kept.txt' })).toBeVisible()
    await page.getByRole('button', { name: 'Add comment' }).click()
    await expect(summary(page)).toContainText('The comment is longer than 50,000 characters.')
    await expect(reply(page)).toHaveValue(long)
    await page.goto('/')
    await page.goto(path)
    await expect(reply(page)).toHaveValue(long)
    await expect(page.getByRole('list', { name: 'Attached files' })).toContainText('kept.txt')
    await page.getByRole('button', { name: 'Discard the draft' }).click()
    await expect(reply(page)).toHaveValue('')
    await expect(page.getByText('kept.txt')).toHaveCount(0)
  })

  test('keeps what is typed as a draft by itself, for any browser of the same person', async ({ customer }) => {
    const page = await customer(people.comments)
    const { path } = await newTicket(page)
    await page.goto(path)
    await reply(page).pressSequentially('Half a thought')
    await expect(page.getByText('Draft saved')).toBeVisible()
    const elsewhere = await customer(people.comments)
    await elsewhere.goto(path)
    await expect(reply(elsewhere)).toHaveValue('Half a thought')
    await expect(elsewhere.getByText('Here is what you wrote last time. It has not been sent yet.')).toBeVisible()
  })

  test('is closed and reopened by its customer', async ({ customer }) => {
    const page = await customer(people.closes)
    const { path } = await newTicket(page)
    await page.goto(path)
    const act = async (name: string, why: string) => {
      const step = page.getByRole('group').filter({ has: page.getByText(name, { exact: true }) })
      await step.getByText(name, { exact: true }).first().click()
      await step.getByRole('textbox', { name: 'Comment' }).fill(why)
      await step.getByRole('button', { name }).click()
    }
    await act('Close ticket', 'It runs again.')
    await expect(page.getByText('Done: Closed.')).toBeVisible()
    await expect(history(page)).toContainText('It runs again.')
    await expect(page.getByText('This ticket takes no more comments.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Add comment' })).toHaveCount(0)
    await act('Reopen ticket', 'It leaks again.')
    await expect(page.getByText('Done: In progress.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Add comment' })).toBeVisible()
  })

  test('says why a step without its comment was refused, and changes nothing', async ({ customer }) => {
    const page = await customer(people.closes)
    const { path } = await newTicket(page)
    await page.goto(path)
    const step = page.getByRole('group').filter({ has: page.getByText('Close ticket', { exact: true }) })
    await step.getByText('Close ticket', { exact: true }).first().click()
    await step.getByRole('button', { name: 'Close ticket' }).click()
    await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible()
    await expect(page.getByText('We have received your ticket.', { exact: false })).toBeVisible()
  })
})

test.describe('creating a ticket', () => {
  test('refuses what is missing with a summary that leads there, keeps everything, then creates it with its number', async ({
    customer,
  }) => {
    const page = await customer(people.creates)
    const subject = unique('Controller')
    await page.goto('/')
    await page.getByRole('link', { name: /^Technical support, 2nd level/ }).click()
    await page.getByLabel('Subject').fill(subject)
    await page.getByLabel('Medium, temperature, flow').fill('Seawater, 8 °C')
    await expect(page.getByLabel('Firmware or version')).toBeHidden()
    await page
      .getByLabel('Attach files')
      .setInputFiles({ name: 'trace.log', mimeType: 'text/plain', buffer: Buffer.from('trace') })
    await expect(page.getByRole('button', { name: 'Remove trace.log' })).toBeVisible()
    await page.getByRole('button', { name: 'Create ticket' }).click()
    await expect(summary(page)).toBeFocused()
    await summary(page).getByRole('link', { name: 'Describe what you need.' }).click()
    await expect(page.getByLabel('Description', { exact: true })).toBeFocused()
    await page.getByLabel('Description', { exact: true }).fill('It **stops** at noon.')
    await page.getByRole('button', { name: 'Create ticket' }).click()
    await summary(page).getByRole('link', { name: 'Fill in “Product”.' }).click()
    await expect(page.getByLabel('Product')).toBeFocused()
    await page.getByLabel('Product').selectOption('FlowControl controller')
    await page.getByLabel('Firmware or version').fill('4.3.2')
    await expect(page.getByLabel('Subject')).toHaveValue(subject)
    await expect(page.getByLabel('Medium, temperature, flow')).toHaveValue('Seawater, 8 °C')
    await expect(page.getByRole('list', { name: 'Attached files' })).toContainText('trace.log')
    await page.getByRole('button', { name: 'Create ticket' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Your ticket was created' })).toContainText(
      /Your ticket number is \d+\./,
    )
    await expect(heading(page)).toHaveText(subject)
    for (const value of ['4.3.2', 'Seawater, 8 °C'])
      await expect(page.getByRole('complementary', { name: 'Facts' })).toContainText(value)
    await expect(history(page)).toContainText('It stops at noon.')
    await expect(history(page).getByRole('link', { name: 'trace.log' })).toBeVisible()
    await page.goto('/tickets')
    await expect(rows(page).first()).toContainText(subject)
    await page.goto('/tickets/new/Helpdesk_2nd_Level')
    await expect(page.getByLabel('Subject')).toHaveValue('')
  })

  test('makes one ticket of a double click, and of the same form sent twice at once', async ({ customer }) => {
    const page = await customer(people.submitsTwice)
    const subject = unique('Twice')
    await page.goto('/tickets/new/ServiceDesk')
    await page.getByLabel('Subject').fill(subject)
    await page.getByLabel('Description', { exact: true }).fill('Clicked in haste.')
    await page.getByLabel('What is it about?').selectOption('A question')
    await page.getByRole('button', { name: 'Create ticket' }).dblclick()
    await expect(heading(page)).toHaveText(subject)
    const again = unique('Again')
    const form = {
      key: crypto.randomUUID(),
      intent: 'send',
      subject: again,
      description: 'x',
      'field.request_kind': 'fault',
    }
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => post(page, '/files/drafts/create/ServiceDesk', form)),
    )
    expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1)
    for (const word of [subject, again]) {
      await page.goto(`/tickets?status=all&q=${encodeURIComponent(word)}`)
      await expect(rows(page)).toHaveCount(1)
    }
  })
})

test('an engineer’s answer shows up and is marked unread, an internal note never does', async ({
  customer,
  engineer,
}) => {
  test.slow()
  const page = await customer(people.getsAnswer)
  const { number, path, subject } = await newTicket(page)
  const row = page.getByRole('rowheader', { name: subject })
  await page.goto(path)
  await page.goto('/tickets')
  await expect(row.getByRole('link', { name: subject, exact: true })).toBeVisible()

  const desk = await engineer('katrin.berger')
  const write = async (box: string, send: string, text: string, told: string) => {
    await desk.getByRole('textbox', { name: box }).fill(text)
    await desk.getByRole('button', { name: send }).click()
    await expect(desk.getByText(told)).toBeVisible()
  }
  await desk.goto(`/desk/tickets/${number}`)
  await desk.getByRole('button', { name: 'Internal note', exact: true }).click()
  const cannot = 'The entry was added. The customer cannot read it.'
  await write('Your internal note', 'Add internal note', 'Between us: wrong seal.', cannot)
  await page.reload()
  await expect(row.getByRole('link', { name: subject, exact: true })).toBeVisible()

  const can = 'The entry was added. The customer can read it.'
  await write('Your answer to the customer', 'Send answer to the customer', 'We send a new seal today.', can)
  await page.reload()
  await row.getByRole('link', { name: `unread: ${subject}` }).click()
  await expect(history(page).getByRole('article').last()).toContainText('We send a new seal today.')
  await expect(history(page).getByRole('article').last()).toContainText('Katrin Berger')
  await expect(page.getByText('Between us')).toHaveCount(0)
  await page.goto('/tickets')
  await expect(row.getByRole('link', { name: subject, exact: true })).toBeVisible()
  await page.goto(`/tickets?status=all&q=${encodeURIComponent('"wrong seal"')}`)
  await expect(rows(page).filter({ hasText: subject })).toHaveCount(0)
})

async function rowOf(page: Page, address: string, subject: string) {
  await page.goto(address)
  return rows(page).filter({ hasText: subject })
}

async function numberIn(row: ReturnType<Page['locator']>): Promise<string> {
  return ((await row.getByRole('cell').first().textContent()) ?? '').trim()
}

async function links(page: Page): Promise<string[]> {
  const found = await page.getByRole('rowheader').getByRole('link').all()
  return Promise.all(found.map(async (link) => (await link.getAttribute('href')) ?? ''))
}
