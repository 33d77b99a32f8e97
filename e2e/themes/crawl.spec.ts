import type { Page } from '@playwright/test'
import { complaintsOf } from '../support/complaints.ts'
import { engineers, people } from '../support/people.ts'
import { expect, test } from '../support/test.ts'
import { wordsOnlyIn } from '../support/words.ts'

/** So many addresses of each kind are opened: `/tickets/100123` and `/tickets/100124` are of one kind. */
const OF_EACH_KIND = 2
const kindOf = ({ pathname, searchParams }: URL) =>
  `${pathname.replace(/\d+|[0-9a-f-]{36}.*/g, '…')}?${[...searchParams.keys()].toSorted().join('&')}`

/** Opens every page that links lead to from here on; `look` sees each. Files are asked for, not opened. */
async function crawl(page: Page, start: string, look: (page: Page) => Promise<void>): Promise<string[]> {
  const { origin } = new URL(process.env.BASE_URL ?? '')
  const known = new Set([new URL(start, origin).href])
  const kinds = new Map<string, number>()
  for (const address of known) {
    const url = new URL(address)
    const count = kinds.get(kindOf(url)) ?? 0
    kinds.set(kindOf(url), count + 1)
    if (count >= OF_EACH_KIND) continue
    if (/^\/files\/|\/export\/|\/report$/.test(url.pathname)) {
      expect((await page.request.get(address)).status(), address).toBe(200)
      continue
    }
    expect((await page.goto(address))?.status(), address).toBe(200)
    await look(page)
    for (const link of await page.evaluate(() => [...document.links].map(({ href }) => href.split('#')[0] ?? ''))) {
      if (link.startsWith(`${origin}/`)) known.add(link)
    }
  }
  return [...known]
}

/** All that is read out or shown, text by text. */
const textsOf = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = [document.title]
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      // What people wrote is in the language they wrote it in.
      if (!parent?.closest('script, noscript, [data-part=prose], [data-part=attachments]'))
        found.push(walker.currentNode.nodeValue ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt]')) {
      found.push(...['aria-label', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''))
    }
    return found.map((text) => text.trim())
  })

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
] as const

for (const { who, open, login, start, reaches } of viewers) {
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
      const known = await crawl(page, start, async () => {
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
        await expect(page).toHaveTitle(/\S+ – \S+/)
        const words = await textsOf(page)
        for (const text of words) if (own.has(text)) familiar.add(text)
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
