import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import { dataDir, ownersConnection } from '../support/database.ts'
import { engineers, people } from '../support/people.ts'
import { post, unique } from '../support/requests.ts'
import { expect, signIn, test } from '../support/test.ts'

test.skip(() => dataDir() === '', 'needs the data folder of the server that `npm test` starts')
test.slow()

const row = (page: Page, device: string) => page.getByRole('row').filter({ hasText: device })

test('an engineer sees where it is signed in, and ends one session or all others', async ({ browser }) => {
  const own = await deskOf(browser, FIREFOX)
  const [phone, tablet] = [await deskOf(browser, PHONE), await deskOf(browser, TABLET)]
  await own.reload()
  await expectAccessible(own)
  await expect(row(own, 'this one')).toHaveCount(1)
  await expect(row(own, 'this one').getByRole('button')).toHaveCount(0)
  await expect(own.getByRole('button', { name: 'End session' })).toHaveCount(2)
  await row(own, 'Android').getByRole('button', { name: 'End session' }).click()
  await expect(own.getByText('The session was ended.')).toBeVisible()
  await phone.goto('/desk/account')
  await expect(phone).toHaveURL('/desk/sign-in?next=%2Fdesk%2Faccount')
  await tablet.goto('/desk/account')
  await expect(tablet).toHaveURL('/desk/account')
  await own.getByRole('button', { name: 'End all other sessions' }).click()
  await expect(own.getByRole('button', { name: 'End session' })).toHaveCount(0)
  await tablet.goto('/desk')
  await expect(tablet).toHaveURL(/\/desk\/sign-in/)
  await own.goto('/desk')
  await expect(own).toHaveURL('/desk')
  for (const page of [own, phone, tablet]) await page.context().close()
})

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const PHONE = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'
const TABLET =
  'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

async function deskOf(browser: Browser, userAgent: string): Promise<Page> {
  const page = await (await browser.newContext({ userAgent })).newPage()
  await page.goto('/desk/sign-in?next=/desk/account')
  await signIn(page, engineers.endsSessions)
  await expect(page).toHaveURL('/desk/account')
  return page
}

const kept = 'Your session has ended. Sign in to continue where you were; your text is still here.'

for (const [how, login, javaScriptEnabled] of [
  ['with a script', people.losesSession, true],
  ['without one', people.losesSessionWithoutScript, false],
] as const)
  test(`a comment sent after the session has ended waits until its writer is back, ${how}`, async ({ browser }) => {
    const text = unique('The valve still drips')
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto('/sign-in?next=/tickets')
    await signIn(page, login)
    await page.getByRole('table').getByRole('link').first().click()
    const ticket = new URL(page.url()).pathname
    const body = page.getByRole('textbox', { name: 'Comment', exact: true })
    await body.fill(text)
    await outlast('contact', login)
    await page.getByRole('button', { name: 'Add comment' }).click()
    await expect(page.getByText(kept)).toBeVisible()
    if (javaScriptEnabled) await expectAccessible(page)
    await signIn(page, login)
    await expect(page).toHaveURL(new RegExp(`${ticket}$`))
    await expect(page.getByText('Here is what you wrote last time. It has not been sent yet.')).toBeVisible()
    await expect(body).toHaveValue(text)
    await page.getByRole('button', { name: 'Add comment' }).click()
    await expect(page.getByRole('article').filter({ hasText: text })).toHaveCount(1)
    await context.close()
  })

test('a new ticket waits as well', async ({ page }) => {
  const subject = unique('A lamp is broken')
  await page.goto('/sign-in?next=/tickets/new')
  await signIn(page, people.losesSession)
  await expect(page).toHaveURL('/tickets/new')
  await page.getByRole('main').getByRole('link').first().click()
  const [form, field] = [new URL(page.url()).pathname, page.getByLabel('Subject', { exact: true })]
  await field.fill(subject)
  await outlast('contact', people.losesSession)
  await test.step('a script is told whether its text was kept, and that a file was not', async () => {
    const address = new URL((await page.locator('form:has([name=subject])').getAttribute('action')) ?? '', page.url())
    const send = async (intent: string) =>
      (await post(page, address.pathname, { intent, subject }, { accept: 'application/json' })).status()
    expect([await send('save'), await send('attach')]).toEqual([204, 401])
  })
  await page.getByRole('button', { name: 'Create request' }).click()
  await expect(page.getByText(kept)).toBeVisible()
  await signIn(page, people.losesSession)
  await expect(page).toHaveURL(new RegExp(`${form}$`))
  await expect(field).toHaveValue(subject)
})

test('an engineer’s answer waits as well', async ({ page }) => {
  const text = unique('We look into it')
  await page.goto('/desk/sign-in?next=/desk')
  await signIn(page, engineers.losesSession)
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByLabel('Your answer to the customer').fill(text)
  await outlast('engineer', engineers.losesSession)
  await page.getByRole('button', { name: 'Send answer to the customer' }).click()
  await expect(page.getByText(kept)).toBeVisible()
  await signIn(page, engineers.losesSession)
  await expect(page.getByLabel('Your answer to the customer')).toHaveValue(text)
})

/** Their time is over, as after two idle hours. One that somebody ended on purpose keeps nothing. */
async function outlast(kind: 'contact' | 'engineer', login: string): Promise<void> {
  const owner = ownersConnection()
  await owner`
    update sessions s set expires_at = now() - interval '1 second'
      where s.ended_at is null and case ${kind}::text
        when 'contact' then s.contact_id = (select a.contact_id from accounts a where a.login = ${login})
        else s.engineer_id = (select e.id from engineers e where e.login = ${login}) end`
  await owner.end()
}
