import type { Browser, Page } from '@playwright/test'
import { type FirstAdministrator, firstAdministrator } from '#bin/start/first-administrator.ts'
import { type Portal, startPortal } from '../access/http/portal.ts'
import { expect, signIn, test } from '../support/test.ts'

const password = 'seven green bicycles'

/** The story of CM.Track, from an installation in which there is nobody and nothing, in browsers without a script. */
test('from an empty installation to a customer who sees exactly its tickets, and back', async ({ browser }) => {
  test.setTimeout(300_000)
  const portal = await startPortal()
  try {
    const first = await firstAdministrator(portal.ownerUrl, portal.secrets)
    await story(browser, portal, first)
  } finally {
    await portal.stop()
  }
})

async function story(browser: Browser, { origin }: Portal, first: FirstAdministrator | undefined): Promise<void> {
  const open = async () => {
    const page = await (await browser.newContext({ baseURL: origin, javaScriptEnabled: false })).newPage()
    page.setDefaultTimeout(20_000)
    return page
  }
  const admin = await open()

  await test.step('the first administrator signs in once with the printed password, and chooses an own one', async () => {
    await atDesk(admin, first?.login ?? '', first?.password ?? '')
  })

  await test.step('makes text classes, a queue with statuses, and a customer group with its fields', async () => {
    await fillIn(admin, '/admin/text-classes/new', { 'labels.en': 'Answer', key: 'answer', customerVisible: true })
    await fillIn(admin, '/admin/text-classes/new', { 'labels.en': 'Note', key: 'note' })
    await fillIn(admin, '/admin/queues/new', { 'labels.en': 'ServiceDesk', key: 'service-desk' })
    const queue = numberIn(admin, /queues\/(\d+)/)
    await fillIn(admin, `/admin/queues/${queue}/statuses/new`, {
      'labels.en': 'Waits for a spare part',
      key: 'spare-part',
      kind: 'waiting',
    })
    await admin.goto(`/admin/queues/${queue}/text-classes`)
    await admin.getByLabel(/^Answer/).check()
    await admin.getByLabel(/^Note/).check()
    await save(admin)
    await admin.locator('[name=engineerTextClassId]').selectOption('Answer')
    await admin.locator('[name=customerTextClassId]').selectOption('Answer')
    await save(admin)
    await fillIn(admin, '/admin/groups/new', { 'labels.en': 'Industry', key: 'industry', portalEnabled: true })
    const group = numberIn(admin, /groups\/(\d+)/)
    await fillIn(admin, `/admin/groups/${group}/field-groups/new?level=contact`, { 'labels.en': 'Portal' })
    await admin.goto(`/admin/groups/${group}/fields`)
    const add = (await admin.getByRole('link', { name: 'Add field' }).last().getAttribute('href')) ?? ''
    const field = `${add}&type=text`
    await fillIn(admin, field, { 'labels.en': 'CM.Track login', key: 'track_login', annotations: 'username' })
    await fillIn(admin, field, { 'labels.en': 'CM.Track password', key: 'track_password', annotations: 'password' })
  })

  await test.step('makes the role TrackAll, the profile cmtrack_basiccustomers, and an engineer', async () => {
    const queue = ['Read', 'Write', 'Append', 'Create'].map((grant) => `ServiceDesk: ${grant}`)
    await role(admin, 'TrackAll', [...queue, 'Industry: Read'])
    await role(admin, 'Service', [...queue, ...['Read', 'Write', 'Modify accounts'].map((one) => `Industry: ${one}`)])
    await person(admin, 'profile', { name: 'cmtrack_basiccustomers', login: 'cmtrack_basiccustomers' }, 'TrackAll')
    await person(admin, 'engineer', { name: 'Eve', login: 'eve', password: 'initial eleven lamps' }, 'Service')
  })

  const desk = await open()
  await test.step('the engineer makes a company with two contacts and gives them their accounts', async () => {
    await atDesk(desk, 'eve', 'initial eleven lamps')
    await fillIn(desk, '/desk/companies/new/industry', { name: 'House' })
    const company = numberIn(desk, /companies\/(\d+)/)
    for (const name of ['Ann', 'Bob']) {
      await fillIn(desk, `/desk/contacts/new/industry?company=${company}`, { name })
      const contact = numberIn(desk, /contacts\/(\d+)/)
      await desk.goto(`/desk/contacts/${contact}/account`)
      await desk.getByLabel('CM.Track login').fill(`${name}.track`)
      await desk.getByLabel('Initial password').fill(password)
      await desk.getByLabel('Must be changed at the first sign-in').uncheck()
      await desk.getByLabel('Portal user profile').selectOption({ index: 1 })
      await save(desk)
    }
  })

  const [ann, bob] = [await open(), await open()]
  await test.step('the customers sign in, and each sees exactly its own tickets', async () => {
    for (const [page, name] of [
      [ann, 'ann'],
      [bob, 'bob'],
    ] as const) {
      await page.goto('/sign-in')
      await signIn(page, `${name}.track`, password)
      await page.goto('/tickets/new/service-desk')
      await page.locator('[name=subject]').fill(`Pump of ${name}`)
      await page.getByLabel('Description', { exact: true }).fill('It leaks.')
      await page.locator('button[name=intent][value=send]').click()
      await expect(page.getByRole('main')).toContainText(`Pump of ${name}`)
    }
    await bob.goto('/tickets')
    await expect(bob.getByRole('link', { name: 'Pump of bob' })).toBeVisible()
    await expect(bob.getByRole('link', { name: 'Pump of ann' })).toHaveCount(0)
  })

  await test.step('with “access tickets of the own company” the company’s appear', async () => {
    await admin.goto('/admin/roles')
    await admin.getByRole('link', { name: 'TrackAll' }).click()
    await admin.getByLabel('Access tickets of the own company').check()
    await save(admin, 'Save role')
    await bob.goto('/tickets?scope=company')
    await expect(bob.getByRole('link', { name: 'Pump of ann' })).toBeVisible()
  })

  await test.step('without a profile the next click is refused', async () => {
    await desk.goto('/desk/contacts?q=bob')
    await desk.getByRole('link', { name: 'Bob' }).click()
    await desk.getByRole('link', { name: 'Change account' }).click()
    await desk.getByLabel('Portal user profile').selectOption('No profile')
    await save(desk)
    await expect(desk.getByText('No profile: the customer cannot sign in.')).toBeVisible()
    await bob.goto('/tickets')
    await expect(bob).toHaveURL(/\/sign-in/)
    await ann.goto('/tickets')
    await expect(ann.getByRole('link', { name: 'Pump of ann' })).toBeVisible()
  })
}

/** Signs in at the desk with an initial password and replaces it. */
async function atDesk(page: Page, login: string, initial: string): Promise<void> {
  await page.goto('/desk/sign-in')
  await signIn(page, login, initial)
  await expect(page).toHaveURL(/\/desk\/password$/)
  await page.getByLabel('Current password').fill(initial)
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('Repeat the new password').fill(password)
  await page.getByRole('button', { name: 'Change password' }).click()
  await expect(page).toHaveURL(/\/desk$/)
}

/** Fills in the form of a page by the names of its fields, and expects that it was taken. */
async function fillIn(page: Page, path: string, fields: Record<string, string | true>): Promise<void> {
  await page.goto(path)
  for (const [name, value] of Object.entries(fields)) {
    const field = page.getByRole('main').locator(`[name="${name}"]`)
    if (value === true) await field.check()
    else if ((await field.count()) > 1) await field.and(page.locator(`[value="${value}"]`)).check()
    else await field.fill(value)
  }
  await save(page)
}

/** Presses the form's own button; a page that was led to by a form says so in its address. */
async function save(page: Page, name?: string): Promise<void> {
  const main = page.getByRole('main')
  const button = name ? main.getByRole('button', { name, exact: true }) : main.locator('button[data-variant=primary]')
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await button.click()
  await answered
  await expect(page).toHaveURL(/[?&]done=/)
}

async function role(page: Page, name: string, cells: string[]): Promise<void> {
  await page.goto('/admin/roles/new')
  await page.getByLabel('Name', { exact: true }).fill(name)
  for (const cell of cells) await page.getByLabel(cell, { exact: true }).check()
  await save(page, 'Create role')
}

async function person(page: Page, kind: string, fields: Record<string, string>, roleName: string): Promise<void> {
  await page.goto(`/admin/people/new/${kind}`)
  for (const [name, value] of Object.entries(fields))
    await page.getByRole('main').locator(`[name="${name}"]`).fill(value)
  await page.getByLabel(roleName, { exact: true }).check()
  await save(page)
}

function numberIn(page: Page, pattern: RegExp): string {
  return pattern.exec(page.url())?.[1] ?? ''
}
