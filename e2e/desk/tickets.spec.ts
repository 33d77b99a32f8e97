import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { engineers, people } from '../support/people.ts'
import { newTicket, unique } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const told = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()

test('an answer and a note cannot be mistaken, and a mention finds its engineer', async ({ engineer, customer }) => {
  test.slow()
  const { number, subject } = await newTicket(await customer(people.getsAnswer))
  const desk = await engineer(engineers.answers)
  await desk.goto(`/desk/tickets/${number}`)
  const reply = desk.locator('#reply')
  await expect(reply.getByRole('heading')).toHaveText('Answer to the customer')
  await expect(reply.getByRole('textbox', { name: 'Your answer to the customer' })).toHaveAccessibleDescription(
    /reads this/,
  )
  await press(desk, 'Internal note')
  await expect(reply.getByRole('heading')).toHaveText('Internal note')
  await expect(reply.getByRole('textbox', { name: 'Your internal note' })).toHaveAccessibleDescription(
    /Only engineers read this/,
  )
  await expect(reply.getByRole('button', { name: 'Send answer to the customer' })).toHaveCount(0)
  await expectAccessible(desk)
  await reply.getByRole('textbox').fill('@Daniel Okafor have you seen such a leak?')
  await press(desk, 'Add internal note')
  await told(desk, 'The entry was added. The customer cannot read it.')

  const colleague = await engineer(engineers.reads)
  await colleague.goto('/desk?view=mentioned')
  await colleague.getByRole('link', { name: subject }).click()
  await expect(colleague.getByText('have you seen such a leak?')).toBeVisible()
})

test('a list is narrowed, kept under a name and found again; its columns are one’s own', async ({ engineer }) => {
  const desk = await engineer(engineers.answers)
  const name = unique('View')
  await desk.goto('/desk?queue=ServiceDesk&view=all')
  await desk.getByText('Filters', { exact: true }).click()
  await desk.getByLabel('Engineer').first().selectOption({ label: 'Mehmet Yıldız' })
  await press(desk, 'Show')
  await expect(desk.getByRole('link', { name: 'Remove filter: Engineer: Mehmet Yıldız' })).toBeVisible()
  await desk.getByText('Columns and views').click()
  await desk.getByLabel('Name of the view').fill(name)
  await press(desk, 'Save this view')
  await told(desk, 'The view was saved.')
  await desk.goto('/desk')
  await desk.getByRole('link', { name }).click()
  await expect(desk.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(desk.getByRole('link', { name: 'Remove filter: Engineer: Mehmet Yıldız' })).toBeVisible()
  await expectAccessible(desk)
  await desk.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(desk)
  await desk.getByText('Columns and views').click()
  await press(desk, 'Remove this view')
  await told(desk, 'The view was removed.')
})

test('two tickets of one customer go on as one, and somebody else can be brought in', async ({
  engineer,
  customer,
}) => {
  test.slow()
  const owner = await customer(people.getsAnswer)
  const [first, second] = [await newTicket(owner), await newTicket(owner)]
  const desk = await engineer(engineers.answers)

  await desk.goto(`/desk/tickets/${first.number}/merge`)
  await desk.getByLabel(/^Number of the ticket/).fill('1')
  await press(desk, 'Merge')
  await expect(desk.getByText('There is no such ticket, or not for you.').first()).toBeVisible()
  await desk.getByLabel(/^Number of the ticket/).fill(String(second.number))
  await press(desk, 'Merge')
  await told(desk, `Ticket ${first.number} was merged into this one.`)
  await expect(desk.getByText(`from ticket ${first.number}`)).toBeVisible()
  await owner.goto(first.path)
  await expect(owner.getByRole('status').filter({ hasText: `goes on in ticket ${second.number}` })).toBeVisible()

  await desk.getByRole('link', { name: 'Add a participant' }).click()
  await desk.getByRole('searchbox').fill('Brandt')
  await press(desk, 'Find')
  await press(desk, 'Add: Lena Brandt')
  await told(desk, 'The participant was added.')
  const brought = await customer(people.industry)
  await brought.goto(second.path)
  await expect(brought.getByRole('heading', { level: 1 })).toHaveText(second.subject)
})

test('a customer shares a ticket with a colleague and takes it back', async ({ customer }) => {
  const owner = await customer(people.owner)
  const { path, number } = await newTicket(owner)
  await owner.goto(path)
  await owner.getByRole('link', { name: 'Add or remove people' }).click()
  await owner.getByLabel('Colleague').selectOption({ label: 'Oke Petersen' })
  await owner.getByLabel('Only read, until you end it').check()
  await press(owner, 'Add')
  await told(owner, 'Your colleague was added.')
  await expectAccessible(owner)
  const colleague = await customer(people.colleague)
  expect((await colleague.goto(path))?.status()).toBe(200)
  await owner.goto(`/tickets/${number}/people`)
  await press(owner, 'End sharing with Oke Petersen')
  await told(owner, 'The sharing was ended.')
  expect((await colleague.goto(path))?.status()).toBe(404)
})
