import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { engineers } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

const word = () => unique('x').split(' ').slice(-1).join('')
const save = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const done = (page: Page) => page.getByRole('status').filter({ hasText: /\S/ }).first()

test('an administrator makes a role and a profile that has it, and takes both away, without a script', async ({
  engineer,
}) => {
  // A dozen pages one after the other.
  test.slow()
  const page = await engineer(engineers.seesEverything, { javaScriptEnabled: false })
  const [role, profile] = [`Track ${word()}`, `Profile ${word()}`]

  await page.goto('/admin/roles')
  await page.getByRole('link', { name: 'New role' }).click()
  await page.getByLabel('Name', { exact: true }).fill(role)
  for (const cell of ['Service desk: Read', 'Service desk: Append', 'Customers of Hartmann Fluidtechnik: Read'])
    await page.getByLabel(cell, { exact: true }).check()
  await page.getByLabel('Access tickets of the own company').check()
  await save(page, 'Create role')
  await expect(done(page)).toContainText(`The role “${role}” was created.`)
  await expect(page.getByLabel('Service desk: Append', { exact: true })).toBeChecked()
  await expect(page.getByLabel('Service desk: Write', { exact: true })).not.toBeChecked()
  const rolePage = page.url()

  await page.goto('/admin/people')
  await page.getByRole('link', { name: 'New profile' }).click()
  await page.getByLabel('Name', { exact: true }).fill(profile)
  await page.getByLabel('Login', { exact: true }).fill(`cmtrack_${word()}`)
  await page.getByLabel(role).check()
  await save(page, 'Create profile')
  await expect(done(page)).toContainText(`“${profile}” was created.`)
  const profilePage = page.url()

  await page.goto(rolePage)
  await expect(page.getByRole('link', { name: profile })).toBeVisible()
  await expect(page.getByText('A role that somebody has cannot be deleted.')).toBeVisible()

  await page.goto(profilePage)
  await page.getByRole('link', { name: 'Deactivate …' }).click()
  await expect(page.getByText('No contact shares this profile: nobody loses access.')).toBeVisible()
  await save(page, 'Deactivate')
  await expect(done(page)).toContainText('was deactivated')
  await page.getByLabel(role).uncheck()
  await save(page, 'Save')
  await expect(done(page)).toContainText('was saved')

  await page.goto(rolePage)
  await page.getByText('Delete role').first().click()
  await save(page, 'Delete role')
  await expect(done(page)).toHaveText('The role was deleted.')
  await page.goto(rolePage)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We cannot find this page')
})

test('a refused form says what is wrong at the field and keeps what was typed, but no password', async ({
  engineer,
}) => {
  const page = await engineer(engineers.seesEverything)
  await page.goto('/admin/people/new/engineer')
  await page.getByLabel('Name', { exact: true }).fill('A Second Katrin')
  await page.getByLabel('Login', { exact: true }).fill('Katrin.BERGER')
  await page.getByLabel('Initial password').fill('wet-granite-harbour-9')
  await page.getByLabel('Language').selectOption('Deutsch')
  await page.getByLabel('FaqEditor').check()
  await save(page, 'Create engineer')
  await expect(page.getByRole('link', { name: 'This is in use already.' })).toBeVisible()
  await expect(page.getByLabel('Login', { exact: true })).toHaveAccessibleDescription(/in use already/)
  await expect(page.getByLabel('Login', { exact: true })).toHaveValue('Katrin.BERGER')
  await expect(page.getByLabel('Language')).toHaveValue('de')
  await expect(page.getByLabel('FaqEditor')).toBeChecked()
  await expect(page.getByLabel('Initial password')).toHaveValue('')
  await expectAccessible(page)
})

test('before a profile is deactivated the page says how many contacts lose access', async ({ engineer }) => {
  const page = await engineer(engineers.seesEverything)
  await page.goto('/admin/people?kind=profile')
  await expect(page.getByRole('link', { name: 'Katrin Berger' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Boards of clubs' }).click()
  await page.getByRole('link', { name: 'Contacts (3)' }).click()
  await expect(page.getByRole('row')).toHaveCount(4)
  await page.getByRole('link', { name: 'Profile', exact: true }).click()
  await page.getByRole('link', { name: 'Deactivate …' }).click()
  await expect(page.getByText('3 contacts lose access to the portal at once.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page.getByText('Active', { exact: true })).toBeVisible()
})

test('a matrix of grants is read and ticked by keyboard on a small phone', async ({ engineer }) => {
  const page = await engineer(engineers.seesEverything, { viewport: { width: 320, height: 640 } })
  await page.goto('/admin/roles')
  await page.getByRole('link', { name: 'TrackFaq' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('TrackFaq')
  await expectNoSidewaysScroll(page)
  const read = page.getByRole('checkbox', { name: 'Service desk: Read' })
  await read.focus()
  await page.keyboard.press('Space')
  await expect(read).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('checkbox', { name: 'Service desk: Write' })).toBeFocused()
  await expect(page.getByText('Saving holds at once, for 2 profiles')).toBeVisible()
  await expectAccessible(page)
})

test('two roles stand side by side, and words say where they differ', async ({ engineer }) => {
  const page = await engineer(engineers.seesEverything)
  await page.goto('/admin/roles/compare')
  await page.getByLabel('First role').selectOption('TrackAll')
  await page.getByLabel('Second role').selectOption('TrackSelfService')
  await save(page, 'Compare')
  const line = page.getByRole('row', { name: 'Service desk' })
  await expect(line).toContainText('+ Read, Write, Append (only here)')
  await expect(line).toContainText('+ Create, Execute (only here)')
  await expect(line).toContainText('≠ different')
  await expectAccessible(page)
})

test('the licence says what is in use and what a limit does', async ({ engineer }) => {
  const page = await engineer(engineers.seesEverything)
  await page.goto('/admin/licence')
  await page.getByLabel('Seats', { exact: true }).fill('-1')
  await save(page, 'Save limits')
  await expect(page.getByLabel('Seats', { exact: true })).toHaveAccessibleDescription(/number/)
  await page.getByLabel('Seats', { exact: true }).fill('5000')
  await save(page, 'Save limits')
  await expect(done(page)).toContainText('The limits were saved.')
  await expect(page.getByRole('row', { name: /^Seats/ })).toContainText('5,000')
  await expectAccessible(page)
  await page.getByLabel('Seats', { exact: true }).fill('')
  await save(page, 'Save limits')
  await expect(page.getByRole('row', { name: /^Seats/ })).toContainText('No limit')
})
