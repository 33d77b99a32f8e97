import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'
import { z } from 'zod'
import { people } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

const houses = [
  ['hartmann', people.industry],
  ['havelia', people.insurer],
  ['lindenau', people.city],
] as const

/** The most that each kind may weigh at the first visit, in bytes of gzip. */
const BUDGET = { html: 12_000, css: 14_000, theme: 4_000, script: 15_000 }
type Kind = keyof typeof BUDGET
/** Half of what Web Vitals call good. */
const SHIFTED_AT_MOST = 0.05

const build = fileURLToPath(new URL(`../../${process.env.NEXT_DIST_DIR || '.next'}`, import.meta.url))
const manifest = z.object({ rootMainFiles: z.array(z.string()) })
/** The scripts that the framework brings whatever the page. */
const framework = () => manifest.parse(JSON.parse(readFileSync(`${build}/build-manifest.json`, 'utf8'))).rootMainFiles

function kindOf(response: Response): Kind | undefined {
  const { pathname } = new URL(response.url())
  const type = response.request().resourceType()
  if (type === 'document') return 'html'
  if (type === 'stylesheet') return pathname.startsWith('/theme/') ? 'theme' : 'css'
  return type === 'script' && !framework().some((file) => pathname.endsWith(file)) ? 'script' : undefined
}

/** Opens the address in a browser that holds nothing yet, and weighs what comes. */
async function firstVisit(page: Page, address: string): Promise<Record<Kind, number>> {
  const arrived: Response[] = []
  page.on('response', (response) => arrived.push(response))
  await page.goto(address, { waitUntil: 'networkidle' })
  const weights = { html: 0, css: 0, theme: 0, script: 0 }
  for (const response of arrived) {
    const kind = kindOf(response)
    if (kind) weights[kind] += gzipSync(await response.body()).length
  }
  return weights
}

/** How much of the page moved while it loaded, as Cumulative Layout Shift: 0, or the few pixels of a font that came late. */
const shifted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((told) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value
        }).observe({ type: 'layout-shift', buffered: true })
        // Buffered entries come before the next frame.
        requestAnimationFrame(() => requestAnimationFrame(() => told(sum)))
      }),
  )

/** What travelled for the page that is open, by the names of its files. */
const travelled = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => (entry as PerformanceResourceTiming).transferSize > 0)
      .map(({ name }) => name),
  )

function expectLight(weights: Record<Kind, number>): void {
  for (const kind of Object.keys(BUDGET) as Kind[]) {
    expect(weights[kind], kind).toBeLessThanOrEqual(BUDGET[kind])
    if (kind !== 'script') expect(weights[kind], kind).toBeGreaterThan(0)
  }
}

for (const [house, login] of houses) {
  test(`the sign-in page of ${house} is light, says what it is, and does not move`, async ({ page }) => {
    const host = new URL(process.env.BASE_URL ?? '')
    host.hostname = `${house}.localhost`
    expectLight(await firstVisit(page, new URL('/sign-in', host).href))
    await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /^.+: .+\.$/)
    expect(await shifted(page)).toBeLessThan(SHIFTED_AT_MOST)
  })

  test(`the list of ${house} is light, does not move, and of the page after it only the text travels`, async ({
    customer,
  }) => {
    const page = await customer(login)
    expectLight(await firstVisit(page, '/tickets?status=all'))
    expect(await shifted(page)).toBeLessThan(SHIFTED_AT_MOST)
    await page.goto('/tickets?status=open', { waitUntil: 'networkidle' })
    expect(await travelled(page)).toEqual([])
  })
}
