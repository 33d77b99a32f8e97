import type { Page, Response } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { engineers, people } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const skins = [
  {
    skin: 'default',
    open: 'engineer',
    login: engineers.reads,
    list: '/desk',
    ticket: /^\/desk\/tickets\/\d+$/,
    others: ['/desk?view=closed'],
    signIn: '/desk/sign-in',
    hidden: '/desk/tickets/1',
  },
  ...(['industry', 'insurer', 'city'] as const).map((house) => ({
    skin: { industry: 'hartmann', insurer: 'havelia', city: 'lindenau' }[house],
    open: 'customer' as const,
    login: people[house],
    list: '/tickets?status=all',
    ticket: /^\/tickets\/\d+$/,
    others: [
      '/',
      '/tickets?q=nothing-like-this',
      { industry: '/tickets/new/ServiceDesk', insurer: '/tickets/new/Members', city: '/tickets/new/Citizens' }[house],
      '/account',
    ],
    signIn: '/sign-in',
    hidden: '/tickets/1',
  })),
] as const

const widths = [1280, 320]

async function expectFine(page: Page, answer: Response | null, status: number): Promise<void> {
  expect(answer?.status(), page.url()).toBe(status)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  // axe looks at both schemes, which share their markup, at the width where everything is shown; layout needs each width once.
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    await expectNoSidewaysScroll(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await expectAccessible(page)
    }
  }
}

for (const { skin, open, login, list, ticket, others, signIn, hidden } of skins) {
  test.describe(`in the skin ${skin}, light and dark, at 320 and 1280 px`, () => {
    test('the pages of somebody who is signed in are accessible and fit', async ({ customer, engineer }) => {
      test.setTimeout(240_000)
      const page = await { customer, engineer }[open](login)
      const answer = await page.goto(list)
      const first = page.getByRole('rowheader').getByRole('link').first()
      const address = (await first.getAttribute('href')) ?? ''
      expect(address).toMatch(ticket)
      await expectFine(page, answer, 200)
      for (const path of [address, ...others]) await expectFine(page, await page.goto(path), 200)
      for (const path of [hidden, '/there/is/no/such/page']) await expectFine(page, await page.goto(path), 404)
    })

    test('the pages of somebody who is not signed in are accessible and fit', async ({ page }) => {
      test.setTimeout(120_000)
      const host = new URL(process.env.BASE_URL ?? '')
      if (skin !== 'default') host.hostname = `${skin}.localhost`
      await expectFine(page, await page.goto(new URL(signIn, host).href), 200)
      await page.getByRole('button', { name: /Sign in/ }).click()
      await expect(page.getByRole('alert').filter({ has: page.getByRole('heading') })).toBeVisible()
      await expectAccessible(page)
      await expectFine(page, await page.goto(new URL('/there/is/no/such/page', host).href), 404)
      await expectFine(page, await page.goto(new URL('/offline', host).href), 200)
    })
  })
}
