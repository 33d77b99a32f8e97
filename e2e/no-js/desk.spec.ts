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
    const write = async (kind: string, send: string, text: string) => {
      await answer.getByRole('button', { name: kind, exact: true }).click()
      await answer.getByRole('textbox', { name: /^Your/ }).fill(text)
      await answer
        .getByLabel('Attach files')
        .setInputFiles({ name: `${text}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) })
      await answer.getByRole('button', { name: send }).click()
    }
    await write('Internal note', 'Add internal note', 'Only we read this')
    await done('The entry was added. The customer cannot read it.')
    await expect(page.getByRole('article').last()).toContainText('Only the desk can read this')
    await write('Answer', 'Send answer to the customer', 'You read this')
    await done('The entry was added. The customer can read it.')
    await expect(page.getByRole('article').last().getByRole('link')).toHaveText(['You read this.txt'])
  })

  await test.step('going over to a note keeps what was typed', async () => {
    const answer = page.locator('#reply')
    await answer.getByRole('textbox', { name: 'Your answer to the customer' }).fill('Half a thought')
    await answer.getByRole('button', { name: 'Internal note', exact: true }).click()
    await expect(answer.getByRole('textbox', { name: 'Your internal note' })).toHaveValue('Half a thought')
    await expect(answer).toContainText('Only engineers read this.')
    await answer.getByRole('button', { name: 'Discard the draft' }).click()
  })

  await test.step('its fields are edited, and moving it says first who will see it no more', async () => {
    await page.getByRole('link', { name: 'Edit subject and fields' }).click()
    await page.getByLabel('Serial number').fill('HF-26-1')
    await page.getByRole('button', { name: 'Save' }).click()
    await done('The ticket was changed.')
    await page.getByRole('link', { name: 'Move to another queue' }).click()
    await page.getByRole('button', { name: 'See what changes' }).click()
    await expect(page.getByRole('heading', { level: 2, name: /^Move to/ })).toBeVisible()
    await page.getByRole('link', { name: 'Leave it' }).click()
  })

  await test.step('in the list several are assigned at once', async () => {
    await page.goto(`/desk?q=${number}`)
    await page.getByRole('checkbox', { name: `Select ticket ${number}` }).check()
    await page.getByLabel('Assign to').selectOption({ label: 'Nobody' })
    await page.getByRole('button', { name: 'Assign', exact: true }).click()
    await done('1 ticket was changed.')
    await page.goto(`/desk/tickets/${number}`)
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
