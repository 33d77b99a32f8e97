import { breakableDatabase } from '../support/breakable-database.ts'
import { dataDir } from '../support/database.ts'
import { databasePort, startInstance } from '../support/instance.ts'
import { people } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { test as base, expect, signIn } from '../support/test.ts'

type Portal = { url: string; statusOf: (path: string) => Promise<number>; cut: () => void; mend: () => void }

/** An instance of its own, whose line to the database can be cut. */
const test = base.extend<{ portal: Portal }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  portal: async ({}, use) => {
    const { port, cut, mend, stop } = await breakableDatabase(databasePort(dataDir()))
    const instance = await startInstance(dataDir(), port)
    await use({ url: instance.url, statusOf: instance.statusOf, cut, mend })
    await instance.stop()
    await stop()
  },
})
test.skip(() => dataDir() === '', 'needs the data folder of the server that `npm test` starts')
test.slow()

const away = 'The portal is not available at the moment'

test('while the database is away every page says so in its theme, and all goes on by itself afterwards', async ({
  page,
  portal,
}) => {
  await page.goto(`${portal.url}/sign-in?next=/tickets`)
  await signIn(page, people.meetsFaults)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tickets')
  portal.cut()
  for (const path of ['/', '/tickets', '/tickets/1', '/tickets/new', '/account']) {
    expect((await page.goto(portal.url + path))?.status(), path).toBe(503)
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(away)
  }
  expect([await portal.statusOf('/api/health/ready'), await portal.statusOf('/api/health/live')]).toEqual([503, 200])
  portal.mend()
  await expect.poll(() => portal.statusOf('/api/health/ready'), { timeout: 30_000 }).toBe(200)
  expect((await page.goto(`${portal.url}/tickets`))?.status()).toBe(200)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tickets')
})

test('signing in while the database is away is put off, not refused', async ({ page, portal }) => {
  portal.cut()
  await page.goto(`${portal.url}/sign-in`)
  await signIn(page, people.meetsFaults)
  await expect(
    page.getByText('Signing in is not possible at the moment. Please try again in a few minutes.'),
  ).toBeVisible()
  await expect(page.getByLabel('Login', { exact: true })).toHaveValue(people.meetsFaults)
  portal.mend()
  await expect.poll(() => portal.statusOf('/api/health/ready'), { timeout: 30_000 }).toBe(200)
  await signIn(page, people.meetsFaults)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hello أحمد المنصوري')
})

for (const script of [true, false]) {
  test.describe(script ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled: script })

    test('a form that is sent while the database is away keeps what was typed, and can be sent again', async ({
      page,
      portal,
    }) => {
      const subject = unique('Outage')
      await page.goto(`${portal.url}/sign-in?next=/tickets/new/ServiceDesk`)
      await signIn(page, people.meetsFaults)
      await page.getByLabel('Subject').fill(subject)
      await page.getByLabel('What is it about?').selectOption('A question')
      await page.getByLabel('Description', { exact: true }).fill('Typed before the database went away.')
      portal.cut()
      const isSubmit = (request: { isNavigationRequest(): boolean; method(): string }) =>
        request.isNavigationRequest() && request.method() === 'POST'
      const [answer] = await Promise.all([
        page.waitForResponse((response) => isSubmit(response.request())),
        page.getByRole('button', { name: 'Create ticket' }).click(),
      ])
      expect(answer.status()).toBe(503)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(away)
      portal.mend()
      await expect.poll(() => portal.statusOf('/api/health/ready'), { timeout: 30_000 }).toBe(200)
      await page.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
      await expect(page.getByRole('article')).toContainText('Typed before the database went away.')
    })
  })
}
