import { breakableDatabase } from '../support/breakable-database.ts'
import { databasePort, startInstance } from '../support/instance.ts'
import { people } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { expect, signIn, test } from '../support/test.ts'

const dataDir = process.env.E2E_DATA_DIR ?? ''
test.skip(dataDir === '', 'needs the data folder of the server that `npm test` starts')

for (const script of [true, false]) {
  test.describe(script ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled: script })

    test('while the database is away the portal says so and keeps what was typed; it goes on by itself afterwards', async ({
      page,
    }) => {
      test.setTimeout(120_000)
      const database = await breakableDatabase(databasePort(dataDir))
      const { url, statusOf, stop } = await startInstance(dataDir, database.port)
      const subject = unique('Outage')
      try {
        await page.goto(`${url}/sign-in?next=/tickets/new/ServiceDesk`)
        await signIn(page, people.meetsFaults)
        await page.getByLabel('Subject').fill(subject)
        await page.getByLabel('What is it about?').selectOption('A question')
        await page.getByLabel('Description', { exact: true }).fill('Typed before the database went away.')

        database.cut()
        const [answer] = await Promise.all([
          page.waitForResponse(
            (response) => response.request().isNavigationRequest() && response.request().method() === 'POST',
          ),
          page.getByRole('button', { name: 'Create ticket' }).click(),
        ])
        expect(answer.status()).toBe(503)
        await expect(
          page.getByRole('heading', { level: 1, name: 'The portal is not available at the moment' }),
        ).toBeVisible()
        await expect(page.getByText('Typed before the database went away.')).toBeVisible()
        expect([await statusOf('/api/health/ready'), await statusOf('/api/health/live')]).toEqual([503, 200])
        const list = await page.request.get(`${url}/tickets`)
        expect(list.status()).toBe(503)
        expect(await list.text()).toContain('The portal is not available at the moment')

        database.mend()
        await expect.poll(() => statusOf('/api/health/ready'), { timeout: 30_000 }).toBe(200)
        await page.getByRole('button', { name: 'Try again' }).click()
        await expect(page.getByRole('heading', { level: 1, name: subject })).toBeVisible()
        await expect(page.getByRole('article')).toContainText('Typed before the database went away.')
      } finally {
        await stop()
        await database.stop()
      }
    })
  })
}
