import { people } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { expect, signIn, test } from '../support/test.ts'

test('a customer’s day works without a script', async ({ page }) => {
  test.slow()
  const heading = page.getByRole('heading', { level: 1 })
  const reply = page.locator('#reply')
  const subject = unique('No script')

  await test.step('a refused sign-in keeps the login', async () => {
    await page.goto('/tickets')
    await signIn(page, people.writesWithoutScript, 'wrong-harbour-42')
    await expect(page.getByRole('alert')).toContainText('You are not signed in')
    await expect(page.getByLabel('Login', { exact: true })).toHaveValue(people.writesWithoutScript)
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  })

  await test.step('signing in leads to the asked page', async () => {
    await signIn(page, people.writesWithoutScript)
    await expect(page).toHaveURL('/tickets')
    await expect(heading).toHaveText('Tickets')
  })

  await test.step('the list is filtered and searched', async () => {
    await page.getByLabel('Status', { exact: true }).selectOption('All')
    await page.getByRole('button', { name: 'Apply' }).click()
    await expect(page).toHaveURL(/status=all/)
    await expect(page.getByRole('rowheader').getByRole('link').first()).toBeVisible()
  })

  await test.step('a ticket without its description is refused, and what was typed and attached stays', async () => {
    await page.getByRole('link', { name: 'New ticket' }).first().click()
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Service desk/ })
      .click()
    await page.getByLabel('Subject').fill(subject)
    await page.getByLabel('What is it about?').selectOption('A question')
    await page
      .getByLabel('Attach files')
      .setInputFiles({ name: 'first.txt', mimeType: 'text/plain', buffer: Buffer.from('first') })
    await page.getByRole('button', { name: 'Create ticket' }).click()
    await expect(page.getByRole('alert')).toContainText('Describe what you need.')
    await expect(page.getByLabel('Subject')).toHaveValue(subject)
    await expect(page.getByRole('list', { name: 'Attached files' })).toContainText('first.txt')
  })

  await test.step('then it is created, with its number', async () => {
    await page.getByLabel('Description', { exact: true }).fill('Written without a script.')
    await page.getByRole('button', { name: 'Create ticket' }).click()
    await expect(page.getByText(/Your ticket number is \d+\./)).toBeVisible()
    await expect(heading).toHaveText(subject)
    await expect(page.getByRole('article')).toContainText('Written without a script.')
    await expect(page.getByRole('article').getByRole('link', { name: 'first.txt' })).toBeVisible()
  })

  await test.step('a comment with a file is added; a kept file can be taken off before', async () => {
    const attach = (name: string) =>
      page.getByLabel('Attach files').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })
    await reply.getByLabel('Comment', { exact: true }).fill('x'.repeat(50_001))
    await attach('wrong.txt')
    await page.getByRole('button', { name: 'Add comment' }).click()
    await expect(page.getByRole('alert')).toContainText('The comment is longer than 50,000 characters.')
    await page.getByRole('button', { name: 'Remove wrong.txt' }).click()
    await expect(page.getByText('wrong.txt')).toHaveCount(0)
    await reply.getByLabel('Comment', { exact: true }).fill('A comment without a script.')
    await attach('right.txt')
    await page.getByRole('button', { name: 'Add comment' }).click()
    await expect(page.getByText('Your comment was added.')).toBeVisible()
    const added = page.getByRole('article').last()
    await expect(added).toContainText('A comment without a script.')
    await expect(added.getByRole('link')).toHaveText(['right.txt'])
  })

  await test.step('it is closed and reopened', async () => {
    for (const [name, status] of [
      ['Close ticket', 'Closed'],
      ['Reopen ticket', 'In progress'],
    ] as const) {
      const step = page.getByRole('group').filter({ has: page.getByText(name, { exact: true }) })
      await step.getByText(name, { exact: true }).first().click()
      await step.getByRole('textbox').fill('For a reason.')
      await step.getByRole('button', { name }).click()
      await expect(page.getByText(`Done: ${status}.`)).toBeVisible()
    }
  })

  await test.step('language and appearance change on the page one is on', async () => {
    const [address] = page.url().split('#')
    const menu = page.locator('summary').filter({ hasText: 'Ayşe Demir' })
    await menu.click()
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    expect(page.url()).toBe(address)
    await menu.click()
    await page.getByRole('button', { name: 'Dunkel' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
    await menu.click()
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })

  await test.step('signing out ends it', async () => {
    await page.locator('summary').filter({ hasText: 'Ayşe Demir' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL('/sign-in')
    await page.goto('/tickets')
    await expect(page).toHaveURL('/sign-in?next=%2Ftickets')
  })
})
