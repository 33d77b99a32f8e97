import type { Browser, Page } from '@playwright/test'
import type { Gate } from '../access/http/fixture.ts'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { complaintsOf } from './complaints.ts'
import type { Example } from './every-page.ts'
import { expect } from './test.ts'

const desktop = { width: 1280, height: 800 }
const tablet = { width: 768, height: 1024 }
const phone = { width: 320, height: 800 }

/**
 * The open page is accessible, light and dark, and fits a desktop, a tablet and the narrowest phone. Everything is asked once; what
 * depends on the scheme or the width is asked again without loading the page anew.
 */
async function expectPresentable(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.setViewportSize(desktop)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, ['color-contrast'])
  await page.setViewportSize(tablet)
  await expectNoSidewaysScroll(page)
  await page.setViewportSize(phone)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page, ['target-size'])
}

/** What is wrong with these pages, each opened by the one who is shown it; the browser's own complaints among it. */
export async function faultsOf(browser: Browser, gate: Gate, examples: readonly Example[]): Promise<string[]> {
  // Whoever is between two steps of signing in is there at a browser that says nothing of itself.
  const context = await browser.newContext({ baseURL: gate.origin, locale: 'en-GB', userAgent: 'nothing' })
  const complaints = await complaintsOf(context)
  const faults: string[] = []
  const page = await context.newPage()
  for (const { visitor, message } of examples) {
    await context.clearCookies()
    for (const pair of [gate.cookies(visitor), message.headers?.cookie]) {
      const [name = '', value = ''] = pair?.split('=') ?? []
      if (name) await context.addCookies([{ name, value, url: gate.origin }])
    }
    try {
      expect((await page.goto(message.path))?.status()).toBe(200)
      await expectPresentable(page)
    } catch (error) {
      faults.push(`${message.path}: ${error instanceof Error ? error.message : error}`)
    }
  }
  await context.close()
  return [...faults, ...complaints]
}
