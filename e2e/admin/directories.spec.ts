import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { type DirectoryPerson, READER, type Slapd, startSlapd } from '#lib/auth/ldap/slapd-world.ts'
import { type Gate, test } from '../access/http/fixture.ts'
import { settle } from '../access/http/ink.ts'
import { groups, people, town } from '../access/http/town.ts'
import { visitorNamed } from '../access/http/visitors.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { expect, signIn } from '../support/test.ts'

/** A portal of their own: these tests change how everybody signs in. */
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const BASE = 'dc=alpha'
const password = 'what the directory knows'
const person = (uid: string, cn: string, o: string): DirectoryPerson => ({
  ...{ uid, cn, o, password, mail: `${uid}@alpha.example`, title: 'Fitter' },
})
let slapd: Slapd

test.beforeAll(async ({ gate }) => {
  slapd = await startSlapd({
    [BASE]: {
      people: [
        person('anna.anders', 'Anna Anders', 'ACME'),
        person('bert.brand', 'Bert Brand', 'ACME'),
        person('carla', 'Carla Closed', 'Elsewhere'),
      ],
    },
  })
  await settle(gate, town)
  await gate.owner.unsafe(`
    delete from ldap_servers; delete from hosts; update accounts set ldap_id = null;
    update customer_groups set labels = '{"en": "Industry"}' where id = ${groups.industry};
    update engineers set name = 'Basic customers' where id = 101`)
})
test.afterAll(() => slapd.stop())

const open: Page[] = []
test.afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close()
})

async function pageOf(browser: Browser, gate: Gate, who?: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ baseURL: gate.origin, locale: 'en-GB', ...options })
  const [name = '', value = ''] = who ? (gate.cookies(visitorNamed(who))?.split('=') ?? []) : []
  if (name) await context.addCookies([{ name, value, url: gate.origin }])
  const page = await context.newPage()
  open.push(page)
  return page
}
const administrator = (browser: Browser, gate: Gate, options?: BrowserContextOptions) =>
  pageOf(browser, gate, 'engineer, administrator', options)
const withoutScript = { javaScriptEnabled: false }
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const done = (page: Page) => page.getByRole('status').filter({ hasText: /\S/ }).first()
const peoplePath = (rest = '') => `/admin/directories/${server}/people${rest}`
let server = 0

test('an administrator connects a directory, and the test says of each fault what to do', async ({ browser, gate }) => {
  const page = await administrator(browser, gate, withoutScript)
  await page.goto('/admin/directories')
  await expect(page.getByRole('heading', { name: 'There are no directories' })).toBeVisible()
  await page.getByRole('link', { name: 'New directory' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Alpha')
  await page.getByLabel('Address').fill('ldap://directory.example')
  await page.getByLabel('Base DN').fill(BASE)
  await page.getByLabel('Bind user (DN)').fill(READER.dn(BASE))
  await page.getByLabel('Bind password').fill('not this')
  await press(page, 'Add directory')
  await expect(page.getByLabel('Encrypt by StartTLS')).toHaveAccessibleDescription(/would travel unencrypted/)
  await expect(page.getByLabel('Base DN')).toHaveValue(BASE)
  await expect(page.getByLabel('Bind password')).toHaveValue('')

  await page.getByLabel('Address').fill(`ldaps://127.0.0.1:${slapd.tlsPort}`)
  await page.getByLabel('Bind password').fill('not this')
  await press(page, 'Add directory')
  await expect(done(page)).toContainText('The directory was added. Test it now.')
  server = Number(/directories\/(\d+)\//.exec(page.url())?.[1])

  const tested = async (name = '') => {
    await page.goto(`/admin/directories/${server}/test`)
    await page.getByLabel('Person to look for').fill(name)
    await press(page, 'Test now')
    return page.getByRole('main')
  }
  const step = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) })
  await expect((await tested()).getByRole('alert')).toContainText('certificate is not trusted')
  await expect(step('Reach the server')).toContainText('Works')
  await expect(step('Protect the connection')).toContainText('Failed')
  await expect(step('Protect the connection')).toContainText('In its own words:')
  await expect(step('Find people')).toContainText('Not tried')

  const change = async (fields: Record<string, string>) => {
    await page.goto(`/admin/directories/${server}`)
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value)
    await press(page, 'Save directory')
  }
  const saved = async (fields: Record<string, string>) => {
    await change(fields)
    await expect(done(page)).toContainText('The directory was saved.')
  }
  await change({ 'Own certificate authority': slapd.certificates.ca })
  await expect(page.getByLabel('Bind password')).toHaveAccessibleDescription(/sent nowhere else/)
  await saved({ 'Own certificate authority': slapd.certificates.ca, 'Bind password': 'not this' })
  await expect((await tested()).getByRole('alert')).toContainText('The server refused the bind user.')
  await saved({ 'Bind password': READER.password, 'Base DN': 'dc=nothing' })
  await expect((await tested()).getByRole('alert')).toContainText('does not know the base DN')
  await saved({ 'Base DN': BASE })
  await expect((await tested('nobody')).getByRole('alert')).toContainText('Nobody has this name.')

  const main = await tested('anna.anders')
  await expect(done(page)).toContainText('Everything that a sign-in needs works.')
  await expect(done(page)).toContainText('The directory is off')
  await expect(step('Find people')).toContainText('3 people were found.')
  await expect(step('Find the person')).toContainText(`uid=anna.anders,ou=people,${BASE}`)
  await expect(main.getByText('departmentNumber')).toHaveCount(0)
  await expect(main.getByText('title', { exact: true })).toBeVisible()
  await expect(main).not.toContainText('anna.anders@alpha.example')
})

test('a rule, a dry run and a synchronisation make customers of those whom the rule takes', async ({
  browser,
  gate,
}) => {
  const page = await administrator(browser, gate, withoutScript)
  await page.goto(peoplePath('/runs'))
  await press(page, 'Dry run')
  await expect(page.getByRole('main')).toContainText('There is no rule yet')
  await page.goto(peoplePath())
  await page.getByRole('link', { name: 'Add a rule' }).first().click()
  await page.getByLabel('Attribute', { exact: true }).fill('o')
  await page.getByRole('textbox', { name: 'Values' }).fill('acme')
  await page.getByLabel('Customer group').selectOption('Industry')
  await page.getByLabel('Profile', { exact: true }).selectOption('Basic customers')
  await press(page, 'Add rule')
  await expect(done(page)).toContainText('The rule was saved.')
  await expect(page.getByRole('link', { name: 'o is acme' })).toBeVisible()

  await page.goto(peoplePath('/runs'))
  await run(page, 'Dry run', '2 new, 0 changed, 0 disabled, 1 refused')
  await expect(page.getByRole('row', { name: /Anna Anders/ })).toContainText('New')
  await expect(page.getByRole('row', { name: /Carla Closed/ })).toContainText('Fits no rule.')
  expect(await contacts(gate)).toEqual([])
  await run(page, 'Synchronise now', '2 new, 0 changed, 0 disabled, 1 refused')
  expect(await contacts(gate)).toEqual(['Anna Anders', 'Bert Brand'])
})

test('customers of the directory sign in by its password, and by no other', async ({ browser, gate }) => {
  const page = await administrator(browser, gate, withoutScript)
  await page.goto('/admin/settings/contact.authentication.method')
  await expect(page.getByRole('main')).toContainText('No directory that is on serves customers')
  await page.goto(`/admin/directories/${server}`)
  await page.getByLabel('Ask it at sign-ins').check()
  await press(page, 'Save directory')
  await expect(done(page)).toContainText('was saved')
  await page.goto('/admin/directories')
  await expect(page.getByText('Customers sign in by “DATABASE”: no directory is asked.')).toBeVisible()
  await page.getByRole('link', { name: 'How customers sign in' }).click()
  await expect(page.getByRole('main')).toContainText('1 directory that is on serves customers.')
  await page.getByRole('radio', { name: 'LDAP', exact: true }).check()
  await press(page, 'Save setting')
  await expect(done(page)).toContainText('was saved')

  const customer = await pageOf(browser, gate, undefined, withoutScript)
  await customer.goto('/sign-in')
  await expect(customer.getByRole('link', { name: 'Forgot your password?' })).toHaveCount(0)
  await signIn(customer, 'anna.anders', 'not the one')
  await expect(customer.getByRole('alert')).toContainText('You are not signed in')
  await signIn(customer, 'Anna.Anders ', password)
  await expect(customer).toHaveURL(`${gate.origin}/`)
  await customer.goto('/account')
  await expect(customer.getByRole('main')).toContainText('anna.anders')

  const desk = await pageOf(browser, gate, 'engineer, keeper')
  const [anna] = await gate.owner<{ id: string }[]>`select id from contacts where name = 'Anna Anders'`
  await desk.goto(`/desk/contacts/${anna?.id}`)
  await expect(desk.getByText('the customer asks the directory’s administrator')).toBeVisible()
  await expect(desk.getByText('The customer can sign in.')).toBeVisible()
  await desk.goto(`/desk/contacts/${anna?.id}/account`)
  await expect(desk.getByText('the customer asks the directory’s administrator')).toBeVisible()
  await expect(desk.getByLabel('New password')).toHaveCount(0)
})

test('a run that would disable too many changes nothing until somebody agrees', async ({ browser, gate }) => {
  const page = await administrator(browser, gate, withoutScript)
  await page.goto(peoplePath('/settings'))
  await page.getByLabel('LDAP filter').fill('(uid=carla)')
  await page.getByLabel('Disable accounts of people who are gone').check()
  await press(page, 'Save')
  await expect(done(page)).toContainText('The settings were saved.')
  await page.goto(peoplePath('/runs'))
  await run(page, 'Synchronise now', 'Nothing was changed. 2 accounts would have been disabled')
  await run(page, 'Synchronise and disable up to 2 accounts', '0 new, 0 changed, 2 disabled')
  const customer = await pageOf(browser, gate, undefined, withoutScript)
  await customer.goto('/sign-in')
  await signIn(customer, 'anna.anders', password)
  await expect(customer.getByRole('alert')).toContainText('You are not signed in')
})

test('every page is accessible and fits on a phone', async ({ browser, gate }) => {
  const page = await administrator(browser, gate, { viewport: { width: 320, height: 800 } })
  const of = `/admin/directories/${server}`
  const pages = ['', '/test?ask=now&name=anna.anders', '/test?ask=now&name=nobody', '/people', '/people/settings']
  for (const path of ['/admin/directories', '/admin/directories/new', ...pages.map((one) => of + one)])
    await looksRight(page, path)
  for (const path of [`${of}/people/rules/new`, `${of}/people/runs`, '/admin/settings/contact.authentication.method'])
    await looksRight(page, path)
  await page.goto(peoplePath('/runs'))
  await page.getByRole('link', { name: 'Dry run' }).first().click()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('whoever deletes a directory reads first how many sign in by it', async ({ browser, gate }) => {
  const page = await administrator(browser, gate, withoutScript)
  await page.goto('/admin/settings/contact.authentication.method')
  await page.getByRole('radio', { name: 'DATABASE', exact: true }).check()
  await press(page, 'Save setting')
  await expect(done(page)).toContainText('was saved')
  await page.goto(`/admin/directories/${server}`)
  const main = page.getByRole('main')
  await expect(main).toContainText('2 customers have an LDAP ID. No other directory that is on serves customers.')
  await expect(main).toContainText('2 accounts came from it; they stay')
  await press(page, 'Delete directory')
  await expect(done(page)).toContainText('The directory was deleted.')
  expect(await contacts(gate)).toEqual(['Anna Anders', 'Bert Brand'])
})

async function looksRight(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

/** Without a script one looks again oneself, until the report is there. */
async function run(page: Page, button: string, says: string): Promise<void> {
  const before = page.url()
  await press(page, button)
  await page.waitForURL(({ href }) => href !== before && /runs\/\d+$/.test(href))
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('main')).toContainText(says, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
}

const contacts = async ({ owner }: Gate) => {
  const known = Object.values(people)
  const rows = await owner<{ name: string }[]>`select name from contacts where not id = any(${known}) order by name`
  return rows.map(({ name }) => name)
}
