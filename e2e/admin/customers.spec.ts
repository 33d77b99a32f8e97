import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { engineers, PASSWORD, people } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

const word = () => unique('x').split(' ').slice(-1).join('').toLowerCase()
const save = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const done = (page: Page) => page.getByRole('status').filter({ hasText: /\S/ }).first()

test('an administrator defines a customer group, its fields and its host, without a script', async ({
  engineer,
  browser,
}) => {
  test.slow()
  const page = await engineer(engineers.seesEverything, { javaScriptEnabled: false })
  const name = `Guests ${word()}`

  await page.goto('/admin/groups/new')
  await page.getByLabel('English Name').fill(name)
  await page.getByLabel('Key', { exact: true }).fill(`guests_${word()}`)
  await page.getByLabel('Contact only').check()
  await page.getByLabel('Contacts may sign in to the portal').check()
  await save(page, 'Create customer group')
  await expect(done(page)).toHaveText('The customer group was created. Now define its fields.')
  await expect(page.getByText('no contact field has the annotation “username”')).toBeVisible()

  await page.getByRole('link', { name: 'New field group' }).click()
  await page.getByLabel('English Name').fill('Portal')
  await save(page, 'Create field group')
  for (const [key, label, annotation] of [
    ['guest_login', 'Guest number', 'username'],
    ['guest_password', 'Guest word', 'password'],
  ] as const) {
    await page.getByRole('link', { name: 'Add field' }).click()
    await page.getByRole('link', { name: 'Text One line' }).click()
    await page.getByLabel('English Label').fill(label)
    await page.getByLabel('Key', { exact: true }).fill(key)
    await page.getByLabel(annotation, { exact: true }).check()
    await save(page, 'Create field')
    await expect(done(page)).toHaveText('The field was saved.')
  }
  await expect(page.getByText('The portal is on, but')).toHaveCount(0)
  await expectNoSidewaysScroll(page)

  const host = `${word()}.localhost`
  await page.goto('/admin/hosts/new')
  await page.getByLabel('Host name').fill(host)
  await page.getByLabel(name).check()
  await save(page, 'Add host')
  await expect(done(page)).toHaveText('The host was saved. Sign-ins follow it from now on.')

  // Whose customer group does not belong to the host is refused there, with the right password too.
  const door = new URL('/sign-in', page.url())
  door.hostname = host
  const stranger = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await stranger.goto(door.href)
  await stranger.getByLabel('Guest number', { exact: true }).fill(people.otherGroup)
  await stranger.getByLabel('Guest word', { exact: true }).fill(PASSWORD)
  await stranger.getByRole('button', { name: 'Sign in' }).click()
  await expect(stranger.getByText('Login and password do not match')).toBeVisible()
  await stranger.context().close()
})

test('an announcement is seen by the customers it is for as soon as it is saved', async ({ engineer, customer }) => {
  const page = await engineer(engineers.seesEverything)
  const title = unique('Maintenance')
  await page.goto('/admin/news/new')
  await page.getByLabel('English Title').fill(title)
  await page.getByLabel('Text: English').fill('The portal is **away** on Sunday.')
  await page.getByLabel('Only these customer groups').check()
  await page.getByLabel('Members and partners of Havelia').check()
  await save(page, 'Publish announcement')
  await expect(page.getByText('Members and partners of Havelia can see it now.')).toBeVisible()
  await expectAccessible(page)

  const [insurer, industry] = [await customer(people.insurer), await customer(people.industry)]
  await insurer.goto('/')
  await expect(insurer.getByRole('heading', { name: title })).toBeVisible()
  await industry.goto('/')
  await expect(industry.getByRole('heading', { name: title })).toHaveCount(0)

  await save(page, 'Delete announcement')
  await expect(done(page)).toHaveText('The announcement was deleted.')
  await insurer.goto('/')
  await expect(insurer.getByRole('heading', { name: title })).toHaveCount(0)
})

test('a preview dresses the administrator’s own browser, and is left again', async ({ engineer }) => {
  const page = await engineer(engineers.seesEverything)
  await page.goto('/admin/themes/havelia')
  await expectAccessible(page)
  await save(page, 'Open preview')
  await expect(page.getByText('This browser previews the theme “Havelia Gesundheit”.')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-header', 'centered')
  await expectAccessible(page)
  await page.goto('/admin/themes')
  await expect(page.locator('html')).not.toHaveAttribute('data-header', 'centered')
  await page.goto('/admin/themes/preview')
  await save(page, 'End preview')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Themes')
  await page.goto('/admin/themes/preview')
  await expect(page.getByText('No preview is open')).toBeVisible()
})

test('a setting says what is wrong, is saved and put back', async ({ engineer }) => {
  const page = await engineer(engineers.seesEverything)
  await page.goto('/admin/settings/invitation.hours')
  await page.getByLabel('Hours').fill('0')
  await save(page, 'Save setting')
  await expect(page.getByText('Enter a whole number between 1 and 720.').first()).toBeVisible()
  await page.getByLabel('Hours').fill('48')
  await save(page, 'Save setting')
  await expect(done(page)).toContainText('The setting “Invitation” was saved.')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Invitation' }).click()
  await save(page, 'Put the default back')
  await expect(done(page)).toContainText('The setting “Invitation” was saved.')
})
