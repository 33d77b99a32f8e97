import { dataDir, ownersConnection } from '../support/database.ts'
import { engineers, PASSWORD, people } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { expect, signIn, test } from '../support/test.ts'
import { codeOf } from './authenticator-app.ts'

test.skip(() => dataDir() === '', 'needs the data folder of the server that `npm test` starts')
test.slow()

const asked = 'Your access asks for a second factor. Set one up now; everything else opens afterwards.'

for (const [how, login, javaScriptEnabled] of [
  ['with a script', people.mustAddFactor, true],
  ['without one', people.mustAddFactorWithoutScript, false],
] as const)
  test(`a customer whose profile asks for a second factor is led to set it up, and nowhere else, ${how}`, async ({
    browser,
  }) => {
    await profileThatAsks(login)
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto('/sign-in?next=/tickets')
    await signIn(page, login)
    await expect(page).toHaveURL('/account/second-factor')
    await expect(page.getByText(asked)).toBeVisible()
    for (const path of ['/', '/tickets', '/tickets/new', '/account', '/account/password']) {
      await page.goto(path)
      await expect(page, path).toHaveURL('/account/second-factor')
    }
    await page.getByRole('button', { name: 'Set up an app' }).click()
    const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '')
    await page.getByLabel('Code', { exact: true }).fill(codeOf(secret))
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Switch on' }).click()
    await page.getByRole('link', { name: 'Continue' }).click()
    await expect(page).toHaveURL('/')
    await page.goto('/account/second-factor')
    await expect(page.getByText('so the last one cannot be removed')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Remove app' })).toHaveCount(0)
    await context.close()
  })

test('an engineer whose role asks for one is led there too', async ({ page }) => {
  await roleThatAsks(engineers.mustAddFactor)
  await page.goto('/desk/sign-in')
  await signIn(page, engineers.mustAddFactor)
  await expect(page).toHaveURL('/desk/account/second-factor')
  for (const path of ['/desk', '/desk/contacts', '/desk/account', '/desk/password']) {
    await page.goto(path)
    await expect(page, path).toHaveURL('/desk/account/second-factor')
  }
  await expect(page.getByText(asked)).toBeVisible()
})

/** The engineer gets one more role, which asks for a second factor and gives nothing. */
async function roleThatAsks(login: string): Promise<void> {
  const owner = ownersConnection()
  await owner`
    with role as (insert into roles (name, second_factor) values (${unique('Careful')}, true) returning id)
    insert into engineer_roles (engineer_id, role_id) select e.id, role.id from role, engineers e where e.login = ${login}`
  await owner.end()
}

/** The customer gets a profile of its own, with the roles of the one before and one that asks for a second factor. */
async function profileThatAsks(login: string): Promise<void> {
  const owner = ownersConnection()
  const name = unique('careful')
  await owner`
    with role as (insert into roles (name, second_factor) values (${name}, true) returning id),
      profile as (insert into engineers (login, name, is_track) values (${name}, ${name}, true) returning id),
      had as (select er.role_id from accounts a join engineer_roles er on er.engineer_id = a.profile_id where a.login = ${login}),
      given as (insert into engineer_roles (engineer_id, role_id)
        select profile.id, all_of.id from profile, (select id from role union all select role_id from had) all_of)
    update accounts set profile_id = profile.id from profile where login = ${login}`
  await owner.end()
}
