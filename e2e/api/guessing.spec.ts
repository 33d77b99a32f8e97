import { hiddenFields } from '../support/forms.ts'
import { PASSWORD, people } from '../support/people.ts'
import { newAddress, signsIn } from '../support/sign-in-from.ts'
import { expect, test } from '../support/test.ts'

test('guessing at an account makes it wait, wherever the guesses come from, but not for good', async ({ page }) => {
  test.slow()
  const hidden = await hiddenFields(page.request, '/sign-in', 'name="login"')
  const login = people.isLockedOut
  const right = () => signsIn(hidden, { login, password: PASSWORD, from: newAddress() })
  expect(await right()).toBe(true)
  const guesses = Array.from({ length: 6 }, (_, index) =>
    signsIn(hidden, {
      login: index % 2 ? login : ` ${login.toUpperCase()}`,
      password: `guess-number-${index}`,
      from: newAddress(),
    }),
  )
  // A try counts when it begins; the wait may be over before the last of them has its answer.
  await Promise.race(guesses)
  expect(await right()).toBe(false)
  expect(await Promise.all(guesses)).toEqual(guesses.map(() => false))
  await expect.poll(right, { timeout: 30_000 }).toBe(true)
})

test('one address that tries many accounts has to wait, whatever addresses it claims', async ({ page }) => {
  test.slow()
  const hidden = await hiddenFields(page.request, '/sign-in', 'name="login"')
  const from = newAddress()
  for (let index = 0; index < 30; index += 1) {
    const guess = { login: `nobody.${index}`, password: 'guess-for-everybody', from, claims: `203.0.113.${index}` }
    expect(await signsIn(hidden, guess)).toBe(false)
  }
  const right = { login: people.signsIn, password: PASSWORD }
  expect(await signsIn(hidden, { ...right, from, claims: '203.0.113.99' })).toBe(false)
  expect(await signsIn(hidden, { ...right, from: newAddress() })).toBe(true)
})
