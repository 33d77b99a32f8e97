import type { Page } from '@playwright/test'
import { PASSWORD, people } from '../support/people.ts'
import { expect, signIn, test } from '../support/test.ts'

const refusal = 'Login and password do not match, or this account cannot sign in here. Check both and try again.'
const login = (page: Page) => page.getByLabel('Login', { exact: true })
const password = (page: Page) => page.getByLabel('Password', { exact: true })
const summary = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('heading') })

test('the right password leads to the welcome page, by any spelling of the login', async ({ page }) => {
  await page.goto('/sign-in')
  await signIn(page, ` ${people.signsIn.toUpperCase()} `)
  await expect(page.getByRole('heading', { level: 1, name: 'Hello Declan Murphy' })).toBeVisible()
  await expect(page).toHaveURL('/')
})

test('a wrong password is refused: the login is kept, the password is not, and the focus moves to the reason', async ({
  page,
}) => {
  await page.goto('/sign-in')
  await signIn(page, people.signsIn, 'wrong-harbour-42')
  await expect(summary(page)).toBeFocused()
  await expect(summary(page)).toContainText(refusal)
  await expect(login(page)).toHaveValue(people.signsIn)
  await expect(password(page)).toHaveValue('')
  await page.goto('/tickets')
  await expect(page).toHaveURL('/sign-in?next=%2Ftickets')
})

test('nothing entered is said field by field', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await summary(page).getByRole('link', { name: 'Enter your login.' }).click()
  await expect(login(page)).toBeFocused()
  await expect(login(page)).toHaveAccessibleDescription(/Enter your login\./)
  await summary(page).getByRole('link', { name: 'Enter your password.' }).click()
  await expect(password(page)).toBeFocused()
})

test('every refusal reads alike, whatever its cause', async ({ page }) => {
  const attempts = [
    ['nobody.at.all', PASSWORD],
    [people.signsIn, 'wrong-harbour-42'],
    [people.disabled, PASSWORD],
    [people.withoutProfile, PASSWORD],
    [people.withoutPassword, PASSWORD],
    ['katrin.berger', PASSWORD],
  ] as const
  const answers = new Set<string>()
  for (const [name, word] of attempts) {
    await page.goto('/sign-in')
    await signIn(page, name, word)
    await expect(summary(page)).toContainText(refusal)
    await expect(login(page)).toHaveValue(name)
    answers.add(
      await page
        .getByRole('main')
        .innerHTML()
        .then((html) => html.replaceAll(name, '…')),
    )
  }
  expect([...answers]).toHaveLength(1)
})

test('after signing in one is where one wanted to go', async ({ page }) => {
  await page.goto('/tickets?status=all&q=pump')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signIn(page, people.signsIn)
  await expect(page).toHaveURL('/tickets?status=all&q=pump')
})

for (const next of [
  '//evil.example/x',
  '/\\evil.example',
  '/%09/evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/%5cevil.example',
])
  test(`signing in never leads away from the site: ${next}`, async ({ page }) => {
    await page.goto(`/sign-in?next=${next}`)
    await signIn(page, people.signsIn)
    await expect(page.getByRole('heading', { level: 1, name: 'Hello Declan Murphy' })).toBeVisible()
    await expect(page).toHaveURL('/')
  })

test('whoever has an initial password is led to change it, and nowhere else', async ({ page }) => {
  await page.goto('/sign-in')
  await signIn(page, people.mustChangePassword)
  const asked = page.getByRole('heading', { level: 1, name: 'Choose your own password' })
  await expect(asked).toBeVisible()
  for (const path of ['/', '/tickets', '/tickets/new', '/tickets/new/ServiceDesk', '/account']) {
    await page.goto(path)
    await expect(page, path).toHaveURL('/account/password')
    await expect(asked).toBeVisible()
  }
})

test('a new password replaces the old one and ends the other sessions', async ({ page, browser }) => {
  test.slow()
  const fresh = 'quiet-orchard-lantern'
  const other = await (await browser.newContext()).newPage()
  for (const one of [page, other]) {
    await one.goto('/sign-in?next=/account/password')
    await signIn(one, people.changesPassword)
    await expect(one).toHaveURL('/account/password')
  }
  const change = async (from: string, to: string) => {
    await page.goto('/account/password')
    await page.getByLabel('Current password').fill(from)
    await page.getByLabel('New password', { exact: true }).fill(to)
    await page.getByLabel('Repeat the new password').fill(to)
    await page.getByRole('button', { name: 'Change password' }).click()
  }
  await change(PASSWORD, 'too-short')
  await expect(summary(page)).toContainText('Use at least 12 characters.')
  await change('wrong-harbour-42', fresh)
  await expect(summary(page)).toContainText('The current password is not right.')
  await change(PASSWORD, fresh)
  await expect(page.getByText('Your password was changed. Your other sessions were ended.')).toBeVisible()
  await other.goto('/account')
  await expect(other).toHaveURL('/sign-in?next=%2Faccount')
  await signIn(other, people.changesPassword)
  await expect(summary(other)).toContainText(refusal)
  await signIn(other, people.changesPassword, fresh)
  await expect(other).toHaveURL('/account')
  await change(fresh, PASSWORD)
  await expect(page.getByText('Your password was changed.', { exact: false })).toBeVisible()
  await other.context().close()
})

test('signing out ends the session: an old copy of the cookie is worth nothing', async ({ page, browser }) => {
  await page.goto('/sign-in')
  await signIn(page, people.signsOut)
  await expect(page).toHaveURL('/')
  const storageState = await page.context().storageState()
  await page.getByLabel('Account of: Niamh Kavanagh').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/sign-in')
  await page.goto('/tickets')
  await expect(page).toHaveURL('/sign-in?next=%2Ftickets')
  const thief = await browser.newContext({ storageState })
  const stolen = await thief.newPage()
  await stolen.goto('/tickets')
  await expect(stolen).toHaveURL('/sign-in?next=%2Ftickets')
  await thief.close()
})

test('the session cookie is out of reach of scripts and other sites, and new at each sign-in', async ({ browser }) => {
  const url = process.env.BASE_URL ?? ''
  const cookieAfterSignIn = async (planted: { name: string; value: string }[]) => {
    const context = await browser.newContext()
    await context.addCookies(planted.map((cookie) => ({ ...cookie, url })))
    const page = await context.newPage()
    await page.goto('/sign-in')
    await signIn(page, people.signsIn)
    await expect(page).toHaveURL('/')
    const [cookie, ...others] = (await context.cookies()).filter(({ value }) => value.length > 100)
    await context.close()
    expect(others).toEqual([])
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', domain: 'localhost' })
    expect(cookie?.secure).toBe(url.startsWith('https:'))
    return { name: cookie?.name ?? '', value: cookie?.value ?? '' }
  }
  const first = await cookieAfterSignIn([])
  const second = await cookieAfterSignIn([{ name: first.name, value: 'planted' }])
  expect(second.name).toBe(first.name)
  expect(second.value).not.toBe(first.value)
})

test('a session is ended from another device', async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage()
  for (const one of [page, other]) {
    await one.goto('/sign-in?next=/account')
    await signIn(one, people.endsSessions)
    await expect(one).toHaveURL('/account')
  }
  await page.reload()
  await page.getByRole('button', { name: 'End all other sessions' }).click()
  await expect(page.getByText('The session was ended.')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'this one' })).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'End session' })).toHaveCount(0)
  await other.goto('/tickets')
  await expect(other).toHaveURL('/sign-in?next=%2Ftickets')
  await other.context().close()
})
