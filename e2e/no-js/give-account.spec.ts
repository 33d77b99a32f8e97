import { engineers } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { expect, signIn, test } from '../support/test.ts'

test.use({ javaScriptEnabled: false })

test('an engineer gives an account without a script, and the generated password is shown once', async ({
  engineer,
  page: customer,
}) => {
  const desk = await engineer(engineers.answers, { javaScriptEnabled: false })
  const name = unique('Person')
  const login = name.replace(' ', '.').toLowerCase()

  await desk.goto('/desk/contacts/new/hartmann?company=none')
  await desk.getByLabel('Name', { exact: true }).fill(name)
  await desk.getByRole('button', { name: 'Create contact' }).click()
  await desk.getByRole('link', { name: 'Give an account' }).click()
  await desk.getByLabel('CM.Track login').fill(login)
  await desk.getByLabel('Generate a strong password').check()
  await desk.getByLabel('Portal user profile').selectOption({ index: 1 })
  await desk.getByRole('button', { name: 'Give the account' }).click()
  const generated = (await desk.getByRole('status').getByRole('code').textContent()) ?? ''
  expect(generated).toMatch(/^(?:[a-z2-9]{5}-){3}[a-z2-9]{5}$/)
  await desk.getByRole('link', { name: 'Back to the contact' }).click()
  await expect(desk.getByText('Has to choose an own password at the next sign-in.')).toBeVisible()
  for (const path of ['', '/account']) {
    await desk.goto(new URL(desk.url()).pathname.replace(/\/account$/, '') + path)
    expect(await desk.content()).not.toContain(generated)
  }

  await customer.goto('/sign-in')
  await signIn(customer, login.toUpperCase(), generated)
  await expect(customer).toHaveURL('/account/password')
})
