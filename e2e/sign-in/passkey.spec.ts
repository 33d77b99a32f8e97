import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import { PASSWORD, people } from '../support/people.ts'
import { expect, signIn, test } from '../support/test.ts'

test.slow()

test('a passkey is added and signs in alone, once its user is verified', async ({ page }) => {
  const device = await deviceOf(page)
  await addPasskey(page, people.usesPasskey, 'Phone')
  await test.step('by finger, face or PIN it is both factors in one', async () => {
    await page.context().clearCookies()
    await page.goto('/sign-in?next=/account/second-factor')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(page).toHaveURL('/account/second-factor')
    await expect(page.getByRole('row').filter({ hasText: 'Phone' })).toBeVisible()
  })
  await test.step('a device that does not know who holds it signs nobody in', async () => {
    await device.verifies(false)
    await page.context().clearCookies()
    await page.goto('/sign-in?next=/account/second-factor')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(page.getByText('Signing in with a passkey did not work.')).toBeVisible()
    await page.goto('/account')
    await expect(page).toHaveURL('/sign-in?next=%2Faccount')
  })
  await test.step('removed here, it signs in no more, though the device still has it', async () => {
    await device.verifies(true)
    await page.goto('/sign-in?next=/account/second-factor')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.getByRole('link', { name: 'Remove Phone' }).click()
    await expectAccessible(page)
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByText('The factor was removed.')).toBeVisible()
    await page.context().clearCookies()
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(page.getByText('Signing in with a passkey did not work.')).toBeVisible()
  })
})

test('after the password a passkey is the second step, on a device without PIN too', async ({ page }) => {
  const device = await deviceOf(page)
  await addPasskey(page, people.usesPasskeyInstead, 'Security key')
  await device.verifies(false)
  await page.context().clearCookies()
  await page.goto('/sign-in?next=/account/second-factor')
  await signIn(page, people.usesPasskeyInstead)
  await expect(page.getByRole('heading', { level: 1, name: 'Confirm that it is you' })).toBeVisible()
  await expectAccessible(page)
  await test.step('a device that declines leaves one where one was', async () => {
    await device.present(false)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(page.getByRole('button', { name: 'Waiting for your device …' })).toBeVisible()
    await page.reload()
    await device.present(true)
  })
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page).toHaveURL('/account/second-factor')
  await expect(page.getByText('10 codes are left.')).toBeVisible()
})

test('without a script passkeys are named but not offered', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toHaveCount(0)
  await context.close()
})

/** Chromium's own virtual authenticator, in this page. */
async function deviceOf(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    verifies: (isUserVerified: boolean) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    present: (enabled: boolean) => cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
  }
}

async function addPasskey(page: Page, login: string, name: string): Promise<void> {
  await page.goto('/sign-in?next=/account/second-factor')
  await signIn(page, login)
  await page.getByRole('link', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('Password', { exact: true }).fill('wrong-harbour-42')
  await page.getByRole('button', { name: 'Add passkey' }).click()
  await expect(page.getByRole('alert').first()).toContainText('This is not your password.')
  await expectAccessible(page)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Add passkey' }).click()
  await expect(page.getByText('They are shown only now')).toBeVisible()
  await page.getByRole('link', { name: 'Continue' }).click()
  await expect(page.getByRole('row').filter({ hasText: name })).toBeVisible()
  await expectAccessible(page)
}
