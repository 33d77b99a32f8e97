import type { Page } from '@playwright/test'
import { people } from '../support/people.ts'
import { newTicket } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

/** Tabs until the element has the focus; every stop on the way must show where one is. */
async function tabTo(page: Page, wanted: ReturnType<Page['locator']>): Promise<void> {
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab')
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body)
      const shown = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
      return shown || document.activeElement?.outerHTML.slice(0, 200)
    })
    expect(ring, 'the focus is visible').toBe(true)
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('the keyboard does not get there')
}

test('the first stop leads past the navigation to the content', async ({ customer }) => {
  const page = await customer(people.usesKeyboard)
  await page.goto('/tickets')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('Tab')
  expect(await page.getByRole('main').evaluate((main) => main.contains(document.activeElement))).toBe(true)
})

test('every stop on the welcome page shows the focus', async ({ customer }) => {
  const page = await customer(people.usesKeyboard)
  await page.goto('/')
  await tabTo(page, page.getByRole('contentinfo').getByRole('link').last())
})

test('the account menu opens, changes the language and closes', async ({ customer }) => {
  const page = await customer(people.usesKeyboard)
  await page.goto('/tickets?status=all')
  await tabTo(page, page.getByLabel('Account of: Stefan Kühn'))
  await page.keyboard.press('Enter')
  const german = page.getByRole('button', { name: 'Deutsch' })
  await expect(german).toBeVisible()
  await tabTo(page, german)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tickets')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page).toHaveURL('/tickets?status=all')
})

test('on a phone the navigation opens from its button and closes by Escape', async ({ customer }) => {
  const page = await customer(people.usesKeyboard, { viewport: { width: 320, height: 640 } })
  await page.goto('/')
  const navigation = page.getByRole('navigation', { name: 'Main navigation' })
  await expect(navigation).toBeHidden()
  const menu = page.getByRole('button', { name: 'Menu' })
  await tabTo(page, menu)
  await page.keyboard.press('Enter')
  await expect(navigation).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(navigation).toBeHidden()
  await expect(menu).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, navigation.getByRole('link', { name: 'Tickets', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/tickets')
})

test('a reply is written and sent by Ctrl+Enter alone', async ({ customer }) => {
  const page = await customer(people.usesKeyboard)
  const { path } = await newTicket(page)
  await page.goto(path)
  await tabTo(page, page.locator('#reply').getByRole('textbox'))
  await page.keyboard.type('By keyboard')
  await page.keyboard.press('Enter')
  await page.keyboard.type('in two lines.')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Your comment was added.')).toBeVisible()
  await expect(page.getByRole('article').last()).toContainText('in two lines.')
})

test('a refused form moves the focus to what was wrong, and from there to the field', async ({ customer }) => {
  const page = await customer(people.usesKeyboard)
  await page.goto('/tickets/new/ServiceDesk')
  await tabTo(page, page.getByLabel('Subject'))
  await page.keyboard.press('Enter')
  const summary = page
    .getByRole('alert')
    .filter({ has: page.getByRole('heading', { name: 'Please check your entries' }) })
  await expect(summary).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(summary.getByRole('link', { name: 'Enter a subject.' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Subject')).toBeFocused()
  await expect(page.getByLabel('Subject')).toHaveAccessibleDescription(/Enter a subject\./)
})
