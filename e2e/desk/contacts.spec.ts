import type { Browser, Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { engineers, people } from '../support/people.ts'
import { newTicket, unique } from '../support/requests.ts'
import { expect, signIn, test } from '../support/test.ts'

const password = 'seven green bicycles'
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const told = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible()

test('what an engineer gives and takes on the account card holds from the customer’s next click on', async ({
  engineer,
  browser,
}) => {
  test.slow()
  const desk = await engineer(engineers.seesEverything)
  const company = await newCompany(desk)
  const ann = await newContact(desk, company)
  const bob = await newContact(desk, company)

  await test.step('the card asks in the site’s own words, and says in words what is missing', async () => {
    await desk.goto(ann.page)
    await expect(desk.getByText('This contact has no portal account.')).toBeVisible()
    await desk.getByRole('link', { name: 'Give an account' }).click()
    await desk.getByLabel('CM.Track login').fill(ann.login)
    await desk.getByLabel('Initial password').fill('short')
    await press(desk, 'Give the account')
    await expect(desk.getByRole('main').getByRole('alert')).toContainText('Use at least 12 characters.')
    await expect(desk.getByLabel('CM.Track login')).toHaveValue(ann.login)
    await expect(desk.getByLabel('Initial password')).toHaveValue('')
    await desk.getByLabel('Initial password').fill(password)
    await desk.getByLabel('Must be changed at the first sign-in').uncheck()
    await press(desk, 'Give the account')
    await told(desk, 'The account was saved.')
    await expect(desk.getByText('No profile: the customer cannot sign in.')).toBeVisible()
    await expect(desk.getByRole('img', { name: 'A password is set. Nobody can read it.' })).toBeVisible()
    expect(await desk.content()).not.toContain(password)
    await expectAccessible(desk)
  })

  await test.step('a login that somebody has is refused, and nobody is told whose it is', async () => {
    await desk.goto(`${bob.page}/account`)
    await desk.getByLabel('CM.Track login').fill(` ${people.insurer.toUpperCase()} `)
    await press(desk, 'Give the account')
    await expect(desk.getByRole('main').getByRole('alert')).toContainText('This login is in use already.')
    await expect(desk.getByRole('main')).not.toContainText('Vogel')
    await give(desk, bob, { profile: 'Basic customers' })
  })

  const customer = await signedIn(browser, bob.login)
  const ticket = await newTicket(customer)
  await give(desk, ann, { profile: 'Basic customers' })
  const viewer = await signedIn(browser, ann.login)

  await test.step('without the permission a colleague’s ticket does not exist; with it the company’s appear', async () => {
    expect((await viewer.goto(ticket.path))?.status()).toBe(404)
    await give(desk, ann, { profile: 'Customers who see their company and buy' })
    await viewer.goto('/tickets?scope=company')
    await expect(viewer.getByRole('link', { name: ticket.subject })).toBeVisible()
  })

  await test.step('a colleague who moves takes its tickets along, after it was said who loses sight of them', async () => {
    const other = await newCompany(desk)
    await desk.goto(`${bob.page}/move`)
    await desk.getByRole('searchbox').fill(other)
    await press(desk, 'Search')
    await desk.getByRole('link', { name: other }).click()
    await expect(desk.getByText('loses sight of 1 ticket: 1 contact there may see the tickets')).toBeVisible()
    await expect(desk.getByRole('link', { name: String(ticket.number) })).toBeVisible()
    await press(desk, `Move to ${other}`)
    await told(desk, 'The contact was moved')
    expect((await viewer.goto(ticket.path))?.status()).toBe(404)
    await customer.goto(ticket.path)
    await expect(customer.getByRole('heading', { level: 1 })).toHaveText(ticket.subject)
  })

  await test.step('without a profile the next click is refused, and so it is after ending the sessions', async () => {
    await give(desk, ann, { profile: 'No profile' })
    await viewer.goto('/tickets')
    await expect(viewer).toHaveURL(/\/sign-in/)
    await desk.goto(bob.page)
    await press(desk, 'End 1 session')
    await told(desk, 'signed out everywhere')
    await customer.goto('/tickets')
    await expect(customer).toHaveURL(/\/sign-in/)
  })
})

test('contacts are found by what one knows of them, and changed by the data model', async ({ engineer }) => {
  const page = await engineer(engineers.seesEverything, { viewport: { width: 320, height: 700 } })
  const name = unique('Jörg Grünwald')
  await page.goto('/desk/contacts/new/hartmann?company=none')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('E-mail (personal data, optional)').fill('nobody')
  await press(page, 'Create contact')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This is not in the right form.')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue(name)
  await page.getByLabel('E-mail (personal data, optional)').fill('joerg@gruenwald.example')
  await press(page, 'Create contact')
  await told(page, 'The contact was created.')
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  for (const q of [name.split(' ').at(-1) ?? '', 'gruenw jorg', 'joerg@gruenwald.example']) {
    await page.goto(`/desk/contacts?${new URLSearchParams({ q })}`)
    await expect(page.getByRole('link', { name })).toBeVisible()
  }
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)

  await page.goto('/desk/contacts/new/havelia?company=none')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await press(page, 'Create contact')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This is needed.')

  await page.goto('/desk/contacts/new/hartmann?company=none')
  await page.getByLabel('Name', { exact: true }).fill(`${name}s`)
  await press(page, 'Create contact')
  await told(page, 'The contact was created.')
  await told(page, /may be (here already|the same person).*similar name/s)
})

/** A company of Hartmann's customers. @returns its name */
async function newCompany(desk: Page): Promise<string> {
  const name = unique('House')
  await desk.goto('/desk/companies/new/hartmann')
  await desk.getByLabel('Name', { exact: true }).fill(name)
  await press(desk, 'Create company')
  await told(desk, 'The company was created.')
  return name
}

type Contact = { page: string; login: string }

/** A contact of the company, begun on the company's own page. */
async function newContact(desk: Page, company: string): Promise<Contact> {
  await desk.goto(`/desk/companies?${new URLSearchParams({ q: company })}`)
  await desk.getByRole('link', { name: company }).click()
  await desk.getByRole('link', { name: 'New contact' }).click()
  const name = unique('Person')
  await desk.getByLabel('Name', { exact: true }).fill(name)
  await press(desk, 'Create contact')
  await told(desk, 'The contact was created.')
  return { page: new URL(desk.url()).pathname, login: name.replace(' ', '.').toLowerCase() }
}

/** Gives the contact this profile, and the test's password where it has no account yet. */
async function give(desk: Page, { page, login }: Contact, { profile }: { profile: string }): Promise<void> {
  await desk.goto(`${page}/account`)
  const first = desk.getByLabel('Initial password')
  if (await first.isVisible()) {
    await desk.getByLabel('CM.Track login').fill(login)
    await first.fill(password)
    await desk.getByLabel('Must be changed at the first sign-in').uncheck()
  }
  const choice = desk.getByLabel('Portal user profile')
  const label = (await choice.getByRole('option').allTextContents()).find((text) => text.startsWith(profile))
  await choice.selectOption({ label: label ?? profile })
  await press(desk, /^(Give the account|Save changes)$/)
  await told(desk, 'The account was saved.')
}

async function signedIn(browser: Browser, login: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto('/sign-in')
  await signIn(page, login, password)
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
  return page
}
