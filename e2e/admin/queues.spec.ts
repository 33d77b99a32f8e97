import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { engineers, people } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

const word = () => unique('x').split(' ').slice(-1).join('')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const told = (page: Page, text: string) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()

test('a queue made in the browser takes a customer’s ticket as soon as a role grants it', async ({
  engineer,
  customer,
}) => {
  test.slow()
  const page = await engineer(engineers.seesEverything, { javaScriptEnabled: false })
  const [queue, role, canary] = [`Repairs ${word()}`, `Track ${word()}`, word()]
  const text = (label: string) => page.getByLabel(label, { exact: true })

  await test.step('the queue begins with statuses and text classes', async () => {
    await page.goto('/admin/queues')
    await page.getByRole('link', { name: 'New queue' }).click()
    await text('English Name').fill(queue)
    await press(page, 'Create queue')
    await expect(page.getByText('This is needed.').first()).toBeVisible()
    await expect(text('English Name')).toHaveValue(queue)
    await text('Key').fill(`repairs_${canary}`)
    await press(page, 'Create queue')
    await told(page, 'It was created.')
    await told(page, 'no role grants “create” in this queue')
  })
  const address = new URL(page.url()).pathname

  await test.step('fields: a list, one that depends on it and is required, and one that nobody sees', async () => {
    const field = async (type: RegExp, label: string, fill: () => Promise<void>) => {
      await page.goto(`${address}/fields/new`)
      await page.getByRole('link', { name: type }).click()
      await text('English Label').fill(label)
      await text('Key').fill(label.toLowerCase())
      await fill()
      await press(page, 'Create field')
      await told(page, 'It was created.')
    }
    await field(/^List One of/, 'Urgency', async () => {
      await text('1 English').fill('Can wait')
      await text('2 English').fill('Urgent')
    })
    await field(/^Text One line/, 'Reason', async () => {
      await page.getByLabel('Required').check()
      await text('Urgency – Urgent').check()
    })
    await field(/^Text One line/, 'Secret', async () => {
      await page.getByLabel('Hidden').check()
      await text('Starts with').fill(canary)
    })
    await expect(page.getByRole('row', { name: /Reason.*if “Urgency”/ })).toBeVisible()
  })

  await test.step('an activity that customers may execute, with a field to fill in', async () => {
    await page.goto(`${address}/activities/new`)
    await text('English Name').fill('It works again')
    await text('Key').fill('solved')
    await text('New').check()
    await page.getByLabel('To', { exact: true }).selectOption('Closed')
    await page.getByLabel('Customers may execute it').check()
    await text('Urgency').check()
    await press(page, 'Create activity')
    await told(page, 'It was created.')
  })

  await test.step('a role grants it', async () => {
    await page.goto('/admin/roles/new')
    await text('Name').fill(role)
    for (const grant of ['Read', 'Append', 'Create', 'Execute']) await text(`${queue}: ${grant}`).check()
    await press(page, 'Create role')
    await page.goto('/admin/people')
    await page.getByRole('link', { name: 'Boards of clubs' }).click()
    await page.getByLabel(role).check()
    await press(page, 'Save')
  })

  const mine = await customer(people.triesNewQueue)
  // As the theme says.
  const send = () => mine.getByRole('button', { name: /^Create (ticket|request)$/ }).click()
  await test.step('the customer fills in its form', async () => {
    await mine.goto('/')
    await mine.getByRole('link', { name: queue }).first().click()
    await mine.getByLabel('Subject').fill('The door')
    await mine.getByLabel('Description').fill('It does not open.')
    await expect(mine.getByLabel('Reason')).toBeHidden()
    await mine.getByLabel('Urgency').selectOption('Urgent')
    await expect(mine.getByLabel('Reason')).toBeVisible()
    await send()
    await expect(mine.getByText('Fill in “Reason”.').first()).toBeVisible()
    await mine.getByLabel('Reason').fill('Nobody gets in')
    await send()
    await expect(mine.getByText('Nobody gets in')).toBeVisible()
    expect(await mine.content()).not.toContain(canary)
  })

  await test.step('and takes the step, which asks for the field', async () => {
    await mine.getByRole('link', { name: 'It works again' }).click()
    await expect(mine.getByLabel('Urgency')).toHaveValue('urgent')
    await mine.getByLabel('Urgency').selectOption('Can wait')
    await press(mine, 'It works again')
    await expect(mine.getByText('Closed', { exact: true }).first()).toBeVisible()
    await expect(mine.getByText(/Urgency.*Can wait/).first()).toBeVisible()
  })

  await test.step('the choice that the ticket made is kept, and nothing in use is deleted', async () => {
    await page.goto(`${address}/fields`)
    await page.getByRole('link', { name: 'Urgency' }).first().click()
    await expect(page.getByText('It cannot be deleted as long as it is used:')).toBeVisible()
    await text('1 English').fill('')
    await text('1 Key').fill('')
    await press(page, 'Save changes')
    await expect(page.getByText(/Tickets have the choice that you took away/).first()).toBeVisible()
    await page.goto(address)
    await expect(page.getByText('1 ticket', { exact: true })).toBeVisible()
  })

  await test.step('a queue that is not active takes no more', async () => {
    await page.getByLabel('Active', { exact: true }).uncheck()
    await press(page, 'Save changes')
    await told(page, 'Your changes were saved')
    await mine.goto('/')
    await expect(mine.getByRole('link', { name: queue })).toHaveCount(0)
  })
})

test('who saves late is told so and keeps what was typed', async ({ engineer }) => {
  test.slow()
  const [first, second] = [await engineer(engineers.seesEverything), await engineer(engineers.seesEverything)]
  await first.goto('/admin/queues')
  await first.getByRole('link', { name: 'City services', exact: true }).click()
  await first.getByRole('link', { name: 'Statuses' }).click()
  await first.getByRole('link', { name: 'New status' }).click()
  await first.getByLabel('English Name', { exact: true }).fill('Parked')
  await first.getByLabel('Key', { exact: true }).fill(`parked_${word()}`)
  await press(first, 'Create status')
  await first.getByRole('link', { name: 'Parked' }).last().click()
  await second.goto(first.url())
  await first.getByLabel('English What happens next').fill('We wait for parts.')
  await press(first, 'Save changes')
  await told(first, 'Your changes were saved')
  await second.getByLabel('English What happens next').fill('You hear from us.')
  await press(second, 'Save changes')
  await expect(second.getByText(/This has changed since you opened it/)).toBeVisible()
  await expect(second.getByLabel('English What happens next')).toHaveValue('You hear from us.')
})

test('the pages of a queue and of the text classes are accessible and fit a small screen', async ({ engineer }) => {
  test.slow()
  const page = await engineer(engineers.seesEverything, { viewport: { width: 320, height: 640 } })
  await page.goto('/admin/queues')
  const address = await page.getByRole('link', { name: 'Service desk', exact: true }).getAttribute('href')
  const parts = ['', '/fields', '/statuses', '/activities', '/text-classes', '/service', '/fields/new?type=list']
  for (const path of ['/admin/queues', ...parts.map((part) => `${address}${part}`), '/admin/text-classes']) {
    await page.goto(path)
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  }
})
