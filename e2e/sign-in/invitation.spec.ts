import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import { dataDir, ownersConnection } from '../support/database.ts'
import { linkIn, mailsTo, mailTo, newestMail, scan } from '../support/mailbox.ts'
import { engineers } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { expect, signIn, test } from '../support/test.ts'

test.skip(() => dataDir() === '', 'needs the data folder of the server that `npm test` starts')
test.slow()

const subject = 'Your access to'
const over = 'This link is no longer valid'

/** A new contact with an account without a password, whom the engineer has just invited. @returns the link of the mail */
async function invited(desk: Page): Promise<{ name: string; login: string; address: string; link: string }> {
  const [name, since] = [unique('Ines'), newestMail()]
  const login = name.replace(' ', '.').toLowerCase()
  const address = `${login}@guests.example`
  await desk.goto('/desk/contacts/new/hartmann?company=none')
  await desk.getByLabel('Name', { exact: true }).fill(name)
  await desk.getByLabel('E-mail').fill(address)
  await desk.getByRole('button', { name: 'Create contact' }).click()
  await expect(desk.getByRole('button', { name: 'Invite by mail' })).toBeHidden()
  await desk.getByRole('link', { name: 'Give an account' }).click()
  await desk.getByLabel('CM.Track login').fill(login)
  await desk.getByLabel('Portal user profile').selectOption({ index: 1 })
  await desk.getByRole('button', { name: 'Give the account' }).click()
  await expect(desk.getByText('The customer cannot sign in before there is a password.')).toBeVisible()
  await desk.getByRole('button', { name: 'Invite by mail' }).click()
  await expect(desk.getByText('The invitation is on its way.')).toBeVisible()
  return { name, login, address, link: linkIn(await mailTo(address, subject, since)) }
}

async function choose(page: Page, password: string, repeat = password): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('Repeat the new password').fill(repeat)
  await page.getByRole('button', { name: 'Save the new password' }).click()
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with a script' : 'without one', () => {
    test.use({ javaScriptEnabled })

    test('an engineer invites by mail, and the link makes the first sign-in possible, once', async ({
      engineer,
      page,
      request,
    }) => {
      const desk = await engineer(engineers.answers, { javaScriptEnabled })
      const { name, login, link } = await invited(desk)
      await test.step('opening it, as a scanner would, uses nothing up', async () => {
        for (let times = 0; times < 3; times += 1) expect(await scan(request, link)).toBe(200)
        const opened = await page.goto(link)
        expect(opened?.headers()['referrer-policy']).toBe('no-referrer')
        await expect(page.getByText(`Hello ${name}. Your login is ${login}.`)).toBeVisible()
        await expectAccessible(page)
      })
      await test.step('each refusal says what is wrong, and the link still holds', async () => {
        for (const [password, repeat, says] of [
          ['short', 'short', 'Use at least 12 characters.'],
          [`${login}1`, `${login}1`, 'Leave out your name, your login'],
          ['quiet-meadow-77', 'quiet-meadow-78', 'The two new passwords are not the same.'],
        ] as const) {
          await choose(page, password, repeat)
          await expect(page.getByRole('alert').first()).toContainText(says)
        }
        await expectAccessible(page)
      })
      await choose(page, 'quiet-meadow-77')
      await expect(page.getByText('Your password was saved. Sign in with it.')).toBeVisible()
      await test.step('the link is dead from then on', async () => {
        await page.goto(link)
        await expect(page.getByRole('heading', { name: over })).toBeVisible()
        await expectAccessible(page)
      })
      await page.goto('/sign-in')
      await signIn(page, login, 'quiet-meadow-77')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Hello ${name}`)
      await desk.reload()
      await expect(desk.getByText('The customer can sign in.')).toBeVisible()
    })

    test('a link that is over says so and what to do, and a new invitation works', async ({ engineer, page }) => {
      const desk = await engineer(engineers.answers, { javaScriptEnabled })
      const { login, address, link } = await invited(desk)
      const owner = ownersConnection()
      await owner`
        update account_links set expires_at = now() - interval '1 second'
          where contact_id = (select contact_id from contact_details where email = ${address})`
      await owner.end()
      await page.goto(link)
      await expect(page.getByRole('heading', { name: over })).toBeVisible()
      await expect(page.getByText('ask your contact with us for a new invitation')).toBeVisible()
      const since = newestMail()
      await desk.getByRole('button', { name: 'Invite by mail' }).click()
      await expect(desk.getByText('The invitation is on its way.')).toBeVisible()
      await page.goto(linkIn(await mailTo(address, subject, since)))
      expect(mailsTo(address, since)).toHaveLength(1)
      await choose(page, 'quiet-meadow-77')
      await expect(page.getByText('Your password was saved. Sign in with it.')).toBeVisible()
      await page.goto('/sign-in')
      await signIn(page, login, 'quiet-meadow-77')
      await expect(page).toHaveURL('/')
    })
  })
