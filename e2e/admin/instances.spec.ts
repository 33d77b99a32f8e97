import { type DemoServer, serveDemo } from '#bin/test/demo-server.ts'
import { dataDir } from '../support/database.ts'
import { hiddenFields } from '../support/forms.ts'
import { databasePort, startInstance } from '../support/instance.ts'
import { engineers, people } from '../support/people.ts'
import { newAddress, signsIn } from '../support/sign-in-from.ts'
import { test as base, expect, signIn } from '../support/test.ts'

/** A demo of its own, whose settings concern nobody else, served by two instances. */
const test = base.extend<object, { both: { first: DemoServer; second: string } }>({
  both: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const first = await serveDemo()
      const second = await startInstance(first.dataDir, databasePort(first.dataDir))
      await use({ first, second: second.url })
      await second.stop()
      await first.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})
test.skip(() => dataDir() === '', 'with an address from outside no server is started')
test.slow()

test('how customers sign in is changed on one instance and holds on the other without a restart', async ({
  browser,
  both: { first, second },
}) => {
  const pageAt = async (baseURL: string) => (await browser.newContext({ baseURL, locale: 'en-GB' })).newPage()
  const [admin, customer] = [await pageAt(first.url), await pageAt(second)]
  const method = async (name: string) => {
    await admin.goto('/admin/settings/contact.authentication.method')
    await admin.getByRole('radio', { name, exact: true }).check()
    await admin.getByRole('button', { name: 'Save setting' }).click()
    await expect(admin.getByRole('status').filter({ hasText: 'was saved' })).toBeVisible()
  }
  await admin.goto('/desk/sign-in')
  await signIn(admin, engineers.seesEverything)
  await admin.waitForURL((url) => !url.pathname.endsWith('/sign-in'))

  await customer.goto('/sign-in')
  await expect(customer.getByRole('link', { name: 'Forgot your password?' })).toBeVisible()
  await method('LDAP')
  await customer.reload()
  await expect(customer.getByRole('link', { name: 'Forgot your password?' })).toBeHidden()
  await signIn(customer, people.industry)
  await expect(customer.getByRole('alert').first()).toContainText('You are not signed in')
  await method('DATABASE')
  await customer.goto('/sign-in')
  await expect(customer.getByRole('link', { name: 'Forgot your password?' })).toBeVisible()
  await signIn(customer, people.industry)
  await expect(customer.getByRole('heading', { level: 1 })).toContainText('Hello')
  for (const page of [admin, customer]) await page.context().close()
})

test('a hundred who sign in at once leave the server answering within a second', async ({ playwright, both }) => {
  const { url } = both.first
  const request = await playwright.request.newContext({ baseURL: url })
  const hidden = await hiddenFields(request, '/sign-in', 'name="login"')
  let going = true
  const tries = Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      signsIn(hidden, { login: `nobody.${at}`, password: 'guess-for-everybody', from: newAddress(), at: url }),
    ),
  ).finally(() => {
    going = false
  })
  const waits: number[] = []
  while (going) {
    const began = performance.now()
    expect((await request.get('/api/health/live')).status()).toBe(200)
    waits.push(performance.now() - began)
  }
  expect(await tries).not.toContain(true)
  expect(waits.length).toBeGreaterThan(10)
  // Other tests share the processors: now and then an answer waits for them, not for the sign-ins.
  const late = waits.filter((wait) => wait >= 1_000)
  expect(late.length / waits.length, late.join(' ')).toBeLessThan(0.05)
  await request.dispose()
})
