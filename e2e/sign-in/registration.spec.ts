import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessibility.ts'
import { ownersConnection } from '../support/database.ts'
import { linkIn, mailsTo, mailTo, newestMail, scan } from '../support/mailbox.ts'
import { newcomer } from '../support/newcomer.ts'
import { engineers } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { expect } from '../support/test.ts'
import { choosePassword, enter, open, register, type Site, test } from './registering-site.ts'

test.slow()

const password = 'quiet-meadow-77'
const confirming = 'Confirm your registration'

/** Somebody who has registered, confirmed the address, and waits for an engineer. */
async function whoWaits(site: Site, page: Page): Promise<{ name: string; address: string; since: number }> {
  const [name, address, since] = [unique('Nora New'), `nora@${site.domain}`, newestMail()]
  await register(page, name, address)
  await page.goto(linkIn(await mailTo(address, confirming, since)))
  await choosePassword(page, password)
  await expect(page.getByRole('heading', { name: 'Thank you, that was all' })).toBeVisible()
  return { name, address, since }
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with a script' : 'without one', () => {
    test('where nobody has opened it there is no such page; once it is open an address is confirmed, and an engineer approves', async ({
      siteOf,
      engineer,
      request,
    }) => {
      const site = await siteOf('hartmann')
      const page = await site.newPage({ javaScriptEnabled })
      await test.step('closed, as it comes', async () => {
        await page.goto('/sign-in')
        await expect(page.getByRole('link', { name: 'No account yet? Register' })).toBeHidden()
        await page.goto('/register')
        await expect(page.getByLabel('Your name')).toBeHidden()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('We cannot find this page')
      })
      await open(site, engineer, { company: 'ACME', outcome: 'an engineer decides', javaScriptEnabled })
      await test.step('on no other host', async () => {
        expect(await (await request.get('/register')).text()).not.toContain('Your name')
      })
      const [name, address, since] = [unique('Nora New'), `nora@${site.domain}`, newestMail()]
      await register(page, name, address)
      await expectAccessible(page)
      const link = linkIn(await mailTo(address, confirming, since))
      expect(link).toContain(site.origin)

      await test.step('opening the link, as a scanner would, uses nothing up; a bad password does not either', async () => {
        for (let times = 0; times < 2; times += 1) expect(await scan(request, link)).toBe(200)
        await page.goto(link)
        await expect(page.getByText(`Hello ${name}. Choose a password for ${address}`)).toBeVisible()
        await expectAccessible(page)
        await choosePassword(page, 'short')
        await expect(page.getByRole('alert').first()).toContainText('Use at least 12 characters.')
      })
      await choosePassword(page, password)
      await expect(page.getByRole('heading', { name: 'Thank you, that was all' })).toBeVisible()
      await test.step('until somebody decides there is no account', async () => {
        await page.goto('/sign-in')
        await enter(site, page, address, password)
        await expect(page.getByRole('alert').first()).toContainText('You are not signed in')
        await page.goto(link)
        await expect(page.getByRole('heading', { name: 'This link is no longer valid' })).toBeVisible()
      })

      const desk = await engineer(engineers.answers, { javaScriptEnabled })
      await desk.goto('/desk/contacts')
      await desk.getByRole('link', { name: /registrations? waits?$/ }).click()
      await desk.getByRole('link', { name }).click()
      await expect(desk.getByText('Company: ACME')).toBeVisible()
      await expectAccessible(desk)
      await desk.getByLabel('Portal user profile').selectOption({ index: 1 })
      await desk.getByRole('button', { name: 'Give the account' }).click()
      await expect(desk.getByText('The account was given. The mail is on its way.')).toBeVisible()
      await expect(desk.getByRole('heading', { level: 1, name })).toBeVisible()

      await mailTo(address, 'Your account for', since)
      await page.goto('/sign-in')
      await enter(site, page, address, password)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Hello ${name}`)
    })

    test('an engineer refuses with a reason, which is sent, and the password opens nothing', async ({
      siteOf,
      engineer,
    }) => {
      const site = await siteOf('hartmann')
      await open(site, engineer, { company: 'ACME', outcome: 'an engineer decides', javaScriptEnabled })
      const page = await site.newPage({ javaScriptEnabled })
      const { name, address, since } = await whoWaits(site, page)
      const desk = await engineer(engineers.answers, { javaScriptEnabled })
      await desk.goto('/desk/contacts/registrations')
      await desk.getByRole('link', { name }).click()
      await desk.getByRole('button', { name: 'Refuse' }).click()
      await expect(desk.getByRole('alert').first()).toContainText('Please check your entries')
      await desk.getByLabel('Reason').fill('ACME has never heard of you.')
      await desk.getByRole('button', { name: 'Refuse' }).click()
      await expect(desk.getByText('The registration was refused. The mail is on its way.')).toBeVisible()
      await expect(desk.getByRole('link', { name })).toBeHidden()
      const { text } = await mailTo(address, /^Your registration/, since)
      expect(text).toContain('ACME has never heard of you.')
      await page.goto('/sign-in')
      await enter(site, page, address, password)
      await expect(page.getByRole('alert').first()).toContainText('You are not signed in')
    })

    test('where the group gives a fixed profile, the account can be there at once', async ({ siteOf, engineer }) => {
      const site = await siteOf('havelia')
      await open(site, engineer, {
        company: 'Klinikverbund Oberhavel gGmbH',
        outcome: 'the account is there at once',
        javaScriptEnabled,
      })
      const page = await site.newPage({ javaScriptEnabled })
      const [name, address, since] = [unique('Nora New'), `nora@${site.domain}`, newestMail()]
      await register(page, name, address)
      await page.goto(linkIn(await mailTo(address, confirming, since)))
      await choosePassword(page, password)
      await expect(page.getByText('Your registration is complete. Sign in with your address')).toBeVisible()
      await expectAccessible(page)
      await enter(site, page, address, password)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Hello ${name}`)
    })

    test('known, foreign and new addresses read the same page; each learns by mail how it stands', async ({
      siteOf,
      engineer,
    }) => {
      const site = await siteOf('hartmann')
      await open(site, engineer, { company: 'ACME', outcome: 'an engineer decides', javaScriptEnabled })
      const owner = ownersConnection()
      const known = await newcomer(owner)
      await owner.end()
      const since = newestMail()
      const page = await site.newPage({ javaScriptEnabled })
      const told = [
        [`new@${site.domain}`, confirming],
        [`stranger@elsewhere-${site.domain}`, /^Your registration/],
        [known.address, 'You already have an account'],
      ] as const
      const pages: string[] = []
      for (const [address] of told) pages.push(await register(page, 'Somebody', address))
      expect(new Set(pages).size).toBe(1)
      for (const [address, subject] of told) await mailTo(address, subject, since)
      for (const [address] of told) expect(mailsTo(address, since), address).toHaveLength(1)
    })
  })
