import type { BrowserContext, Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import { PASSWORD, people } from '../support/people.ts'
import { expect, signIn, test } from '../support/test.ts'
import { codeOf, wrongCode } from './authenticator-app.ts'

test.slow()

for (const [how, login, javaScriptEnabled] of [
  ['with a script', people.usesApp, true],
  ['without one', people.usesAppWithoutScript, false],
] as const)
  test(`an authenticator app is set up, asked for, and taken away, ${how}`, async ({ browser }) => {
    const contexts: BrowserContext[] = []
    // The tool needs a script of the page's own; the page is the same without.
    const accessible = javaScriptEnabled ? expectAccessible : async () => {}
    const enter = async () => {
      const context = await browser.newContext({ javaScriptEnabled })
      contexts.push(context)
      const page = await context.newPage()
      await page.goto('/sign-in?next=/account')
      await signIn(page, login)
      return page
    }
    const page = await enter()
    await expect(page).toHaveURL('/account')

    const { secret, codes } = await test.step('a wrong code and a wrong password switch nothing on', () =>
      setUp(page, accessible))
    await test.step('another device is asked for the code after the password', async () => {
      const other = await enter()
      await expect(other.getByRole('heading', { level: 1, name: 'Confirm that it is you' })).toBeVisible()
      await accessible(other)
      await other.goto('/account')
      await expect(other, 'nobody is signed in yet').toHaveURL('/sign-in?next=%2Faccount')
    })
    const next = codeOf(secret, 1)
    await test.step('a wrong code is refused, a right one taken', async () => {
      const other = await enter()
      await answer(other, wrongCode(secret))
      await expect(problem(other)).toContainText('This code is not right, or it was used already.')
      await answer(other, next)
      await expect(other).toHaveURL('/account')
    })
    await test.step('a code that was used holds no more', async () => {
      const other = await enter()
      await answer(other, next)
      await expect(problem(other)).toContainText('This code is not right, or it was used already.')
    })
    await test.step('a recovery code signs in once', async () => {
      const other = await enter()
      await recover(other, codes[0] ?? '')
      await expect(other).toHaveURL('/account')
      const again = await enter()
      await recover(again, codes[0] ?? '')
      await expect(problem(again)).toContainText('This recovery code is not right, or it was used already.')
      await answer(again, (codes[1] ?? '').toUpperCase().replaceAll('-', ' '), 'Recovery code')
      await expect(again).toHaveURL('/account')
      await again.goto('/account/second-factor')
      await expect(again.getByText('8 codes are left.')).toBeVisible()
    })
    await test.step('without the password it stays; with it, it goes, and the password alone signs in', async () => {
      await page.goto('/account/second-factor')
      await page.getByRole('link', { name: 'Remove app' }).click()
      await page.getByLabel('Password', { exact: true }).fill('wrong-harbour-42')
      await page.getByRole('button', { name: 'Remove' }).click()
      await expect(problem(page)).toContainText('This is not your password.')
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Remove' }).click()
      await expect(page.getByText('The factor was removed.')).toBeVisible()
      await expect(await enter()).toHaveURL('/account')
    })
    for (const context of contexts) await context.close()
  })

const problem = (page: Page) => page.getByRole('alert').first()

async function setUp(
  page: Page,
  accessible: (page: Page) => Promise<void>,
): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole('link', { name: 'Set up or change' }).click()
  await accessible(page)
  await page.getByRole('button', { name: 'Set up an app' }).click()
  await expect(page.getByRole('img', { name: 'Picture for the authenticator app' })).toBeVisible()
  await accessible(page)
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')
  const confirm = async (code: string, password: string) => {
    await page.getByLabel('Code', { exact: true }).fill(code)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Switch on' }).click()
  }
  await confirm(wrongCode(secret), PASSWORD)
  await expect(problem(page)).toContainText('This code is not right')
  await confirm(codeOf(secret), 'wrong-harbour-42')
  await expect(problem(page)).toContainText('This is not your password.')
  await confirm(codeOf(secret), PASSWORD)
  await expect(page.getByText('They are shown only now')).toBeVisible()
  await accessible(page)
  const codes = ((await page.locator('code').last().textContent()) ?? '').trim().split(/\s+/)
  expect(codes).toHaveLength(10)
  await page.getByRole('link', { name: 'Continue' }).click()
  await expect(page.getByText('On: signing in asks for your second factor.')).toBeVisible()
  await expect(page.getByText('10 codes are left.')).toBeVisible()
  await accessible(page)
  return { secret, codes }
}

async function answer(page: Page, code: string, label = 'Code'): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

async function recover(page: Page, code: string): Promise<void> {
  await page.getByRole('link', { name: 'Use a recovery code' }).click()
  await answer(page, code, 'Recovery code')
}
