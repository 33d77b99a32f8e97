import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { engineers, people } from '../support/people.ts'
import { expect, test } from '../support/test.ts'

test('an administrator ends a customer’s session, and the log tells who did it', async ({ engineer, customer }) => {
  const reader = await customer(people.endedByAdministrator)
  await reader.goto('/account')
  await expect(reader).toHaveURL('/account')

  const page = await engineer(engineers.seesEverything, { javaScriptEnabled: false })
  await page.goto('/admin/sessions')
  await page.getByLabel('Name, login, company or address').fill(people.endedByAdministrator)
  await page.getByRole('button', { name: 'Search' }).click()
  await page
    .getByRole('button', { name: /^End the session of/ })
    .first()
    .click()
  await expect(page.getByRole('status')).toContainText('The session was ended.')
  await reader.goto('/account')
  await expect(reader).toHaveURL(/\/sign-in/)

  await page.goto('/admin/audit?action=session.ended')
  await expect(page.getByRole('row').filter({ hasText: 'Robert Stein' }).first()).toContainText('session.ended')
  await page.getByRole('button', { name: 'Verify now' }).click()
  await expect(page.getByRole('status')).toContainText('The chain holds')
  const file = await page.request.get('/admin/audit/export?action=session.ended')
  expect(await file.text()).toContain('session.ended')
})

test('sessions, audit log and health are accessible and fit on a phone', async ({ engineer }) => {
  const page = await engineer(engineers.seesEverything, { viewport: { width: 320, height: 800 } })
  for (const area of ['sessions', 'audit', 'health']) {
    await page.goto(`/admin/${area}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
  }
  await expect(page.getByRole('row', { name: /^Database/ })).toContainText('Works')
})
