import { linkIn, mailsTo, mailTo, newestMail } from '../support/mailbox.ts'
import { PASSWORD, people } from '../support/people.ts'
import { expect, signIn, test } from '../support/test.ts'

const address = 'tobias.kraemer@mail.example'
const sent = 'If the account can be reset here, a mail with a link is on its way.'

test.skip(() => !process.env.E2E_DATA_DIR, 'needs the data folder of the server that `npm test` starts')

test('a forgotten password is replaced by a link that works once', async ({ page, browser }) => {
  test.slow()
  const since = newestMail()
  const ask = async (login: string) => {
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgot your password?' }).click()
    await page.getByLabel('Login', { exact: true }).fill(login)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await expect(page.getByText(sent)).toBeVisible()
    return (await page.getByRole('main').innerHTML()).replaceAll(login, '…')
  }

  const answers = await test.step('every login gets the same answer', async () => [
    await ask(people.resets),
    await ask('nobody.at.all'),
    await ask(people.disabled),
  ])
  expect(new Set(answers).size).toBe(1)

  const link = linkIn(await mailTo(address, 'Neues Passwort', since))
  const before = await browser.newContext({ javaScriptEnabled: false })
  const signedIn = await before.newPage()
  await signedIn.goto('/sign-in')
  await signIn(signedIn, people.resets)
  await expect(signedIn).toHaveURL('/')

  await test.step('opening it, as a scanner would, uses nothing up and tells no other page its address', async () => {
    const opened = await page.goto(link)
    expect(opened?.headers()['referrer-policy']).toBe('no-referrer')
    await page.reload()
    await expect(page.getByText(`For the login ${people.resets}.`)).toBeVisible()
  })

  await test.step('what is wrong is said, and the link still holds', async () => {
    await page.getByLabel('New password', { exact: true }).fill('short')
    await page.getByLabel('Repeat the new password').fill('short')
    await page.getByRole('button', { name: 'Save the new password' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Use at least 12 characters.')
  })

  await test.step('the new password is set, and nobody is signed in by that', async () => {
    await page.getByLabel('New password', { exact: true }).fill('quiet-meadow-77')
    await page.getByLabel('Repeat the new password').fill('quiet-meadow-77')
    await page.getByRole('button', { name: 'Save the new password' }).click()
    await expect(page.getByText('Your password was changed. Sign in with the new one.')).toBeVisible()
    await page.goto(new URL('/tickets', page.url()).href)
    await expect(page).toHaveURL(/\/sign-in/)
  })

  await test.step('the session of before has ended', async () => {
    await signedIn.goto('/tickets')
    await expect(signedIn).toHaveURL(/\/sign-in/)
    await before.close()
  })

  await test.step('the old password is refused, the new one is taken', async () => {
    await page.goto('/sign-in')
    await signIn(page, people.resets, PASSWORD)
    await expect(page.getByRole('alert').first()).toBeVisible()
    await signIn(page, people.resets, 'quiet-meadow-77')
    await expect(page).toHaveURL(/\/$/)
  })

  await test.step('the link is no longer valid, and a mail told of the change', async () => {
    await page.goto(link)
    await expect(page.getByRole('heading', { name: 'This link is no longer valid' })).toBeVisible()
    await mailTo(address, 'Ihr Passwort wurde geändert', since)
    expect(mailsTo(address, since).filter(({ headers }) => headers.subject?.startsWith('Neues Passwort'))).toHaveLength(
      1,
    )
  })
})
