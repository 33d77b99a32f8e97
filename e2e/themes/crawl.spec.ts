import { complaintsOf } from '../support/complaints.ts'
import { crawl, textsOf } from '../support/crawl.ts'
import { engineers, people } from '../support/people.ts'
import { expect, test } from '../support/test.ts'
import { isMissing, wordsOnlyIn } from '../support/words.ts'

// A trace of a hundred pages costs more than the pages, and what is wrong is said in words.
test.use({ trace: 'off', screenshot: 'off' })

const viewers = [
  {
    who: 'a customer',
    open: 'customer',
    login: people.seesCompany,
    start: '/',
    reaches: ['/tickets', '/tickets/new/Sales', '/account/password'],
  },
  {
    who: 'an engineer',
    open: 'engineer',
    login: engineers.answers,
    start: '/desk',
    reaches: ['/desk?view=mine', '/desk?queue=ServiceDesk'],
  },
  {
    who: 'an administrator',
    open: 'engineer',
    login: engineers.seesEverything,
    start: '/admin',
    within: '/admin',
    reaches: ['/admin/health', '/admin/roles/compare', '/admin/settings/mail.from', '/admin/directories/new'],
  },
] as const

for (const { who, open, login, reaches, ...where } of viewers) {
  for (const [language, other] of [
    ['en', 'de'],
    ['de', 'en'],
  ] as const) {
    test(`every page that ${who} reaches is quiet, titled, and only in the language ${language}`, async ({
      customer,
      engineer,
    }) => {
      test.setTimeout(480_000)
      const page = await { customer, engineer }[open](login, { locale: language })
      const complaints = await complaintsOf(page.context())
      const own = wordsOnlyIn(language)
      const foreign = wordsOnlyIn(other)
      const familiar = new Set<string>()
      const leftovers: string[] = []
      const known = await crawl(page, where, async () => {
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expect(page).toHaveTitle(/\S+ – \S+/)
        const words = await textsOf(page)
        for (const text of words) if (own.has(text)) familiar.add(text)
        // The audit log calls what was done by keys of its own.
        const missing = new URL(page.url()).pathname === '/admin/audit' ? [] : words.filter(isMissing)
        leftovers.push(...missing.map((text) => `${page.url()}: no words for ${text}`))
        leftovers.push(...words.filter((text) => foreign.has(text)).map((text) => `${page.url()}: ${text}`))
      })
      const { origin } = new URL(process.env.BASE_URL ?? '')
      expect(known).toEqual(expect.arrayContaining(reaches.map((path) => origin + path)))
      expect(complaints).toEqual([])
      expect(leftovers).toEqual([])
      expect(familiar.size).toBeGreaterThan(30)
    })
  }
}

test('the pages before signing in are quiet', async ({ page }) => {
  const complaints = await complaintsOf(page.context())
  for (const path of ['/sign-in', '/desk/sign-in', '/offline']) await page.goto(path)
  expect(complaints).toEqual([])
})
