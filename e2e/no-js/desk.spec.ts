import { engineers, people } from '../support/people.ts'
import { newTicket } from '../support/requests.ts'
import { expect, signIn, test } from '../support/test.ts'

test('an engineer’s day works without a script', async ({ page, customer }) => {
  test.slow()
  const { number, subject } = await newTicket(await customer(people.writesWithoutScript))
  const done = (text: string | RegExp) => expect(page.getByRole('status').filter({ hasText: text })).toBeVisible()

  await test.step('signing in leads to the queues that the roles can read', async () => {
    await page.goto('/desk')
    await expect(page).toHaveURL('/desk/sign-in?next=%2Fdesk')
    await signIn(page, engineers.worksWithoutScript)
    await expect(page.getByRole('heading', { level: 1, name: 'All open' })).toBeVisible()
    await expect(page.getByRole('link', { name: /^Service desk/ })).toBeVisible()
    await expect(page.getByRole('link', { name: /^City services/ })).toHaveCount(0)
  })

  await test.step('the ticket is found by its number', async () => {
    await page.getByRole('searchbox').fill(String(number))
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: subject }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(subject)
  })

  await test.step('it is taken over, noted on and answered, and each entry says who reads it', async () => {
    await page.getByRole('button', { name: 'Assign to me' }).click()
    await done('Mehmet Yıldız is now handling this ticket.')
    const answer = page.locator('#reply')
    const write = async (textClass: RegExp, text: string) => {
      await answer.getByRole('radio', { name: textClass }).check()
      await answer.getByLabel('Comment', { exact: true }).fill(text)
      await answer
        .getByLabel('Attach files')
        .setInputFiles({ name: `${text}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) })
      await answer.getByRole('button', { name: 'Add entry' }).click()
    }
    await write(/^Internal note/, 'Only we read this')
    await done('The entry was added. The customer cannot read it.')
    await expect(page.getByRole('article').last()).toContainText('Only the desk can read this')
    await write(/^Answer/, 'You read this')
    await done('The entry was added. The customer can read it.')
    await expect(page.getByRole('article').last().getByRole('link')).toHaveText(['You read this.txt'])
  })

  await test.step('it is closed with a comment', async () => {
    const step = page.getByRole('group').filter({ has: page.getByText('Close ticket', { exact: true }) })
    await step.getByText('Close ticket', { exact: true }).first().click()
    await step.getByRole('textbox').fill('Solved by phone.')
    await step.getByRole('button', { name: 'Close ticket' }).click()
    await done('Done: Closed.')
    await page.goto('/desk?view=closed')
    await expect(page.getByRole('link', { name: subject })).toBeVisible()
  })

  await test.step('signing out ends it', async () => {
    await page.locator('summary').filter({ hasText: 'Mehmet Yıldız' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL('/desk/sign-in')
    await page.goto(`/desk/tickets/${number}`)
    await expect(page).toHaveURL(/\/desk\/sign-in/)
  })
})

test('what an engineer’s roles do not reach does not exist', async ({ engineer, customer }) => {
  const { number } = await newTicket(await customer(people.writesWithoutScript))
  const city = await engineer('petra.noack')
  const bodies = new Set<string>()
  for (const asked of [number, 98765432]) {
    const answer = await city.goto(`/desk/tickets/${asked}`)
    expect(answer?.status()).toBe(404)
    await expect(city.getByRole('heading', { level: 1 })).toHaveText('We cannot find this page')
    bodies.add((await city.getByRole('main').innerHTML()).replaceAll(String(asked), '…'))
  }
  expect(bodies.size).toBe(1)
  await city.goto('/desk?queue=ServiceDesk')
  await expect(city.getByRole('link', { name: /^Service desk/ })).toHaveCount(0)
})
