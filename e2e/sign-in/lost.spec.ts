import { dataDir, ownersConnection } from '../support/database.ts'
import { engineers, people } from '../support/people.ts'
import { expect, signIn, test } from '../support/test.ts'

test.skip(() => dataDir() === '', 'needs the data folder of the server that `npm test` starts')

test('who lost the second factor is let in again by whoever keeps the account, for a reason', async ({
  browser,
  engineer,
}) => {
  const contact = await giveLostPasskey()
  const stranded = await (await browser.newContext()).newPage()
  await stranded.goto('/sign-in')
  await signIn(stranded, people.losesFactor)
  await expect(stranded.getByRole('heading', { level: 1, name: 'Confirm that it is you' })).toBeVisible()
  const page = await engineer(engineers.seesEverything)
  await page.goto(`/desk/contacts/${contact}`)
  await page.getByRole('link', { name: 'Remove lost factor' }).click()
  await page.getByRole('button', { name: 'Remove the second factor' }).click()
  await expect(page.getByRole('alert').first()).toContainText('This is needed.')
  await page.getByLabel('Reason').fill('Called from the number that we know')
  await page.getByRole('button', { name: 'Remove the second factor' }).click()
  await expect(page.getByText('The second factor was removed, and the contact was told by mail.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Remove lost factor' })).toHaveCount(0)
  await stranded.goto('/sign-in')
  await signIn(stranded, people.losesFactor)
  await expect(stranded).toHaveURL('/')
  await stranded.context().close()
})

/** A passkey of a device that is gone; the number of its owner. */
async function giveLostPasskey(): Promise<string> {
  const owner = ownersConnection()
  const [made] = await owner<{ contact_id: string }[]>`
    insert into passkeys (contact_id, credential_id, public_key, counter, rp_id, name)
      select contact_id, 'lost ' || contact_id, 'key', 0, 'localhost', 'Lost phone' from accounts where login = ${people.losesFactor}
      returning contact_id`
  await owner.end()
  if (!made) throw new Error(`${people.losesFactor} has no account`)
  return made.contact_id
}
