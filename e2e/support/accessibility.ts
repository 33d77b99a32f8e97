import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** WCAG 2.2 AA as far as a machine can tell; with `rules`, what these alone say: a page whose markup was looked at before. */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  // Colours that are still on their way from one scheme to the other have no contrast worth measuring.
  // Asked again and again, because a page without script runs no callback.
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)
  await expect.poll(moving).toBe(0)
  const { violations } = await withTimers(page, (read) => {
    // A frame without scripts answers nothing, and axe would wait for it for ever.
    const axe = new AxeBuilder({ page: read }).setLegacyMode().exclude('iframe[sandbox=""]')
    return (rules ? axe.withRules([...rules]) : axe.withTags(tags)).analyze()
  })
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
  )
  expect(found, page.url()).toEqual([])
}

/** Axe waits for timers, which never ring in a page without script: there it reads the same address, for the same person, in one with. */
async function withTimers<T>(page: Page, work: (page: Page) => Promise<T>): Promise<T> {
  const browser = page.context().browser()
  if (!browser || !(await page.evaluate(() => matchMedia('(scripting: none)').matches))) return work(page)
  const viewport = page.viewportSize()
  const storageState = await page.context().storageState()
  // Without being told, a new context takes over what the file says of scripts.
  const context = await browser.newContext({ storageState, viewport, javaScriptEnabled: true })
  try {
    const twin = await context.newPage()
    await twin.goto(page.url())
    return await work(twin)
  } finally {
    await context.close()
  }
}

/** WCAG 1.4.10: nothing has to be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth ? `${scrollWidth} px of page in ${clientWidth} px of window` : ''
  })
  expect(wide, page.url()).toBe('')
}
