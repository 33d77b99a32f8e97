import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/** So many addresses of each kind are opened: `/tickets/100123` and `/tickets/100124` are of one kind. */
const OF_EACH_KIND = 2
const kindOf = ({ pathname, searchParams }: URL) =>
  `${pathname.replace(/\d+|[0-9a-f-]{36}.*/g, '…')}?${[...searchParams.keys()].toSorted().join('&')}`

/** Opens every page that links lead to from `start` on, below `within`; `look` sees each. Files are asked for, not opened. */
export async function crawl(
  page: Page,
  { start, within = '/' }: { start: string; within?: string },
  look: (page: Page) => Promise<void>,
): Promise<string[]> {
  const { origin } = new URL(process.env.BASE_URL ?? '')
  const known = new Set([new URL(start, origin).href])
  const kinds = new Map<string, number>()
  for (const address of known) {
    const url = new URL(address)
    const count = kinds.get(kindOf(url)) ?? 0
    kinds.set(kindOf(url), count + 1)
    if (count >= OF_EACH_KIND) continue
    if (/^\/files\/|\/export(\/|$)|\/report$/.test(url.pathname)) {
      expect((await page.request.get(address)).status(), address).toBe(200)
      continue
    }
    expect((await page.goto(address))?.status(), address).toBe(200)
    await look(page)
    for (const link of await page.evaluate(() => [...document.links].map(({ href }) => href.split('#')[0] ?? ''))) {
      if (link.startsWith(`${origin}${within}`)) known.add(link)
    }
  }
  return [...known]
}

/** All that is read out or shown, text by text. */
export const textsOf = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = [document.title]
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement
      // What people wrote is in the language they wrote it in, and code is in none.
      if (!parent?.closest('script, noscript, code, [data-part=prose], [data-part=attachments]'))
        found.push(walker.currentNode.nodeValue ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt]')) {
      found.push(...['aria-label', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''))
    }
    return found.map((text) => text.trim())
  })
