import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { dataDir, ownersConnection } from '../support/database.ts'
import { mailsTo, mailTo, newestMail, withoutNames } from '../support/mailbox.ts'
import { type Newcomer, newcomer } from '../support/newcomer.ts'
import { engineers } from '../support/people.ts'
import { newTicket } from '../support/requests.ts'
import { test as base, expect } from '../support/test.ts'

const test = base.extend<{ person: Newcomer; answer: (number: number, text: string) => Promise<void> }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  person: async ({}, use) => {
    const owner = ownersConnection()
    await use(await newcomer(owner))
    await owner.end()
  },
  answer: async ({ engineer }, use) => {
    const desk = await engineer(engineers.answers)
    await use(async (number, text) => {
      await desk.goto(`/desk/tickets/${number}`)
      await desk.getByRole('textbox', { name: 'Your answer to the customer' }).fill(text)
      await desk.getByRole('button', { name: 'Send answer to the customer' }).click()
      await expect(desk.getByRole('article').last()).toContainText(text)
    })
  },
})
test.skip(() => dataDir() === '', 'needs the data folder of the server that `npm test` starts')
test.slow()

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Save the choice' }).click()
  await expect(page.getByText('Your choice was saved.')).toBeVisible()
}
const answered = 'Somebody wrote in a ticket of mine'

/** Why the newest mail to this person has not gone, as the administrator reads it. */
async function expectReason(admin: Page, { name }: Newcomer, says: string): Promise<void> {
  await expect(async () => {
    await admin.goto('/admin/mail')
    const row = admin.getByRole('row').filter({ hasText: name }).first()
    await expect(row).toContainText(says, { timeout: 1_000 })
  }).toPass({ timeout: 40_000 })
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with a script' : 'without one', () => {
    test('a customer chooses which mails it gets, and when; each choice holds for the next mail', async ({
      customer,
      engineer,
      person,
      answer,
    }) => {
      const page = await customer(person.login, { javaScriptEnabled })
      const admin = await engineer(engineers.seesEverything)
      const { number } = await newTicket(page)
      await page.goto('/account')
      await page.getByRole('link', { name: 'Choose mails' }).click()
      await expect(page.getByText(`They go to ${person.address}.`)).toBeVisible()
      await expectAccessible(page)

      await test.step('quiet hours need both times, and what was typed stays', async () => {
        await page.getByLabel('From', { exact: true }).fill('00:00')
        await page.getByRole('button', { name: 'Save the choice' }).click()
        await expect(page.getByRole('alert').first()).toContainText('Enter both times, or neither of them.')
        await expect(page.getByLabel('From', { exact: true })).toHaveValue('00:00')
        await page.getByLabel('Until', { exact: true }).fill('23:59')
        await page.getByLabel('Time zone').fill('Mars/Olympus')
        await page.getByRole('button', { name: 'Save the choice' }).click()
        await expect(page.getByRole('alert').first()).toContainText('There is no time zone of this name.')
        await page.getByLabel('Time zone').fill('Europe/Berlin')
        await save(page)
      })
      const since = newestMail()
      await answer(number, 'In the quiet hours.')
      await expectReason(admin, person, 'It waits for the end of the recipient’s quiet hours.')

      await test.step('once a day, all that is new comes together', async () => {
        await page.getByLabel('From', { exact: true }).fill('')
        await page.getByLabel('Until', { exact: true }).fill('')
        await page.getByLabel('Once a day').check()
        await page.getByLabel('At what time').selectOption('07:00')
        await save(page)
        await expect(page.getByLabel('At what time')).toHaveValue('7')
        await answer(number, 'For the digest.')
        await expectReason(admin, person, 'It waits for the recipient’s next digest.')
      })

      await test.step('what is not wanted is not sent', async () => {
        await page.getByLabel('At once').check()
        await page.getByLabel(answered).uncheck()
        await save(page)
        await expect(page.getByLabel(answered)).not.toBeChecked()
        await answer(number, 'Not wanted.')
        await admin.goto('/admin/mail')
        await expect(admin.getByRole('row').filter({ hasText: person.name })).toHaveCount(2)
        expect(mailsTo(person.address, since)).toHaveLength(0)
      })
      await page.setViewportSize({ width: 320, height: 800 })
      await expectNoSidewaysScroll(page)
    })

    test('one click in the mail program ends the mails of a kind; whoever opens the link is asked first', async ({
      customer,
      person,
      answer,
      browser,
      playwright,
    }) => {
      const page = await customer(person.login, { javaScriptEnabled })
      const { number, subject } = await newTicket(page)
      const since = newestMail()
      await answer(number, 'Here you are.')
      const mail = await mailTo(person.address, subject, since)
      const address = /^<(.+)>$/.exec(mail.headers['list-unsubscribe'] ?? '')?.[1] ?? ''
      expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
      expect(mail.text).toContain(address)
      const wants = async () => {
        await page.goto('/account/mails')
        return page.getByLabel(answered).isChecked()
      }
      const anybody = await (await browser.newContext({ javaScriptEnabled })).newPage()

      await test.step('following the link shows which mails they are and changes nothing; the button ends them', async () => {
        await anybody.goto(address)
        await expect(anybody.getByText('You no longer want mails of this kind:')).toBeVisible()
        await expect(anybody.getByRole('listitem').filter({ hasText: answered })).toBeVisible()
        await expectAccessible(anybody)
        expect(await wants()).toBe(true)
        await anybody.getByRole('button', { name: 'Stop these mails' }).click()
        await expect(anybody.getByText('You get no more mails of this kind.')).toBeVisible()
        expect(await wants()).toBe(false)
      })

      await test.step('chosen again, the mail program’s own post ends them, without cookie and origin', async () => {
        await page.getByLabel(answered).check()
        await save(page)
        const server = await playwright.request.newContext({ baseURL: process.env.BASE_URL ?? '' })
        const { path, headers } = withoutNames(address)
        const taken = await server.post(path, { headers, form: { 'List-Unsubscribe': 'One-Click' } })
        expect(taken.status()).toBe(204)
        expect(await wants()).toBe(false)
        expect((await server.post(`${path.slice(0, -4)}AAAA`, { headers })).status()).toBe(404)
        await server.dispose()
      })

      await test.step('an address that is not ours says so', async () => {
        await anybody.goto('/unsubscribe?token=invented')
        await expect(anybody.getByText('This link is not ours, or is incomplete.')).toBeVisible()
        await expectAccessible(anybody)
        await anybody.context().close()
      })
    })
  })
