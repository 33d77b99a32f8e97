import type { Page } from '@playwright/test'
import { signInAtProvider } from '#lib/auth/oidc/provider-world.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { people } from '../support/people.ts'
import { expect, signIn } from '../support/test.ts'
import { enterWith, type Service, signInThere, test } from './vouching-service.ts'

test.slow()

const refused = ({ name }: Service) => `You could not be signed in with ${name}.`

for (const [how, javaScriptEnabled] of [
  ['with a script', true],
  ['without one', false],
] as const)
  test(`a customer connects a service, signs in with it, and disconnects it, ${how}`, async ({ service }) => {
    const login = people.connects
    const page = await service.newPage({ javaScriptEnabled })
    await page.goto('/sign-in?next=/account')
    await signIn(page, login)
    await test.step('connecting asks the service who it is', async () => {
      await page.getByRole('button', { name: `Connect ${service.name}` }).click()
      await signInThere(page, `${login}@service`)
      await expect(page.getByText('The account is connected. From now on you can sign in with it.')).toBeVisible()
      await expect(page.getByText(`Connected as ${login}@service`)).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
    })
    await test.step('in a new browser the service alone brings in, to where one wanted to go', async () => {
      const other = await service.newPage({ javaScriptEnabled })
      await enterWith(service, other, `${login}@service`, '/sign-in?next=/tickets')
      await expect(other).toHaveURL(`${service.portal}/tickets`)
      await expect(other.getByRole('heading', { level: 1, name: 'Requests' })).toBeVisible()
    })
    await test.step('another subject is another person', async () => {
      const other = await service.newPage({ javaScriptEnabled })
      await enterWith(service, other, `${login}@elsewhere`)
      await expect(other.getByText(refused(service))).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(other)
    })
    await test.step('disconnected, it brings nobody in', async () => {
      await page.goto('/account')
      await page.getByRole('button', { name: `Disconnect ${service.name}` }).click()
      await expect(page.getByText('The account is no longer connected. Your sessions go on.')).toBeVisible()
      const other = await service.newPage({ javaScriptEnabled })
      await enterWith(service, other, `${login}@service`)
      await expect(other.getByText(refused(service))).toBeVisible()
    })
  })

test('an address links an account only where the provider is trusted with it and has verified it', async ({
  service,
}) => {
  const email = await mailOf(service, people.isLinkedByMail)
  service.people.jens = { email, email_verified: false }
  service.people.verified = { email, email_verified: true }
  const tries = async (login: string) => {
    const page = await service.newPage()
    await enterWith(service, page, login)
    return page
  }
  await expect((await tries('verified')).getByText(refused(service)), 'no trust').toBeVisible()
  await service.owner`update oidc_providers set links_by_mail = true where key = ${service.key}`
  await expect((await tries('jens')).getByText(refused(service)), 'not verified').toBeVisible()
  await expect(await tries('verified')).toHaveURL(`${service.portal}/`)
  await test.step('from then on it is the subject that counts, whatever its address', async () => {
    service.people.verified = { email: 'changed@elsewhere.example', email_verified: false }
    await expect(await tries('verified')).toHaveURL(`${service.portal}/`)
    service.people.other = { email, email_verified: true }
    await expect((await tries('other')).getByText(refused(service)), 'taken').toBeVisible()
  })
})

test('whom the rules take gets an account at the first sign-in; whom they do not, none', async ({ service }) => {
  await rulesFor(service)
  const name = `Nova ${service.key}`
  service.people.nova = { name, preferred_username: service.key, email: 'nova@new.example', groups: ['staff'] }
  service.people.stranger = { name: 'A stranger', preferred_username: `not-${service.key}`, groups: ['guests'] }
  const page = await service.newPage()
  await enterWith(service, page, 'stranger')
  await expect(page.getByText(refused(service))).toBeVisible()
  const other = await service.newPage()
  await enterWith(service, other, 'nova')
  await expect(other.getByRole('heading', { level: 1, name: `Hello ${name}` })).toBeVisible()
  const made = await service.owner`select contact_id from accounts where login like ${`%${service.key}`}`
  expect(made).toHaveLength(1)
  await service.owner`delete from contacts where name = ${name}`
})

test('a service that vouches for nobody else’s account', async ({ service }) => {
  const login = `${people.isTaken}@service`
  const first = await service.newPage()
  const second = await service.newPage()
  for (const [page, who] of [
    [first, people.isTaken],
    [second, people.hasSecondFactorElsewhere],
  ] as const) {
    await page.goto('/sign-in?next=/account')
    await signIn(page, who)
    await page.getByRole('button', { name: `Connect ${service.name}` }).click()
    await signInThere(page, login)
  }
  await expect(first.getByText('The account is connected.')).toBeVisible()
  await expect(second.getByText('That account is connected with another person’s account here.')).toBeVisible()
  await expect(second.getByText('Not connected')).toBeVisible()
})

test('what is cancelled there, and a service that does not answer, are said in plain words', async ({ service }) => {
  const page = await service.newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Sign in with ${service.name}` }).click()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await expect(page.getByText(`Signing in with ${service.name} was not finished.`)).toBeVisible()
  await expectAccessible(page)
  await service.stop()
  await page.getByRole('button', { name: `Sign in with ${service.name}` }).click()
  await expect(page.getByText(`${service.name} does not answer at the moment.`)).toBeVisible()
  await expect(page.getByLabel('Login', { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test.describe('what comes back from a service counts once, for the browser that set out', () => {
  const login = 'anybody@service'

  /** A browser whose owner has signed in at the service, and the address with which the service sent it back. */
  async function sentBack(service: Service): Promise<{ page: Page; back: URL }> {
    const page = await service.newPage({ javaScriptEnabled: false })
    // Redirects cannot be held up, so that the way to the service ends here and goes on without the browser.
    const { promise, resolve } = Promise.withResolvers<string>()
    await page.route(`${service.issuer}/auth?**`, async (route) => {
      resolve(route.request().url())
      await route.fulfill({ body: 'held' })
    })
    await page.goto('/sign-in')
    await page.getByRole('button', { name: `Sign in with ${service.name}` }).click()
    const start = await promise
    await expect(page.getByText('held')).toBeVisible()
    return { page, back: await signInAtProvider(start, login) }
  }
  const changed = (back: URL, change: Record<string, string>) => {
    const url = new URL(back)
    for (const [name, value] of Object.entries(change)) url.searchParams.set(name, value)
    return url.href
  }
  const opened = async (service: Service, page: Page, address: string) => {
    await page.goto(address)
    await expect(page.getByText(/You could not be signed in with/), address).toBeVisible()
    await page.goto(`${service.portal}/account`)
    await expect(page, address).toHaveURL(/\/sign-in\?next=%2Faccount$/)
  }
  test.beforeEach(async ({ service }) => {
    await service.owner`
      insert into oidc_identities (provider_id, issuer, subject, contact_id, linked_by)
        select p.id, p.issuer, ${login}, a.contact_id, 'owner' from oidc_providers p, accounts a
        where p.key = ${service.key} and a.login = ${people.hasSecondFactorElsewhere}`
  })

  test('unchanged it signs in; sent again it does not', async ({ service }) => {
    const { page, back } = await sentBack(service)
    const held = await page.context().cookies()
    await page.goto(back.href)
    await expect(page).toHaveURL(`${service.portal}/`)
    await page.context().clearCookies()
    await opened(service, page, back.href)
    await page.context().clearCookies()
    await page.context().addCookies(held)
    await opened(service, page, back.href)
  })

  test('with another state, another code or another issuer it is refused', async ({ service }) => {
    for (const change of [{ state: 'made-up' }, { code: 'made-up' }, { iss: 'http://elsewhere.example' }]) {
      const { page, back } = await sentBack(service)
      await opened(service, page, changed(back, change))
    }
  })

  test('in another browser, or with a cookie of another ceremony, it is refused', async ({ service }) => {
    const [own, other] = [await sentBack(service), await sentBack(service)]
    const stranger = await service.newPage()
    await opened(service, stranger, own.back.href)
    const swapped = await other.page.context().cookies()
    for (const part of ['state', 'nonce', 'verifier', 'ceremony']) {
      const { page, back } = await sentBack(service)
      const foreign = swapped.filter(({ name }) => name === `portico-oidc.${part}`)
      expect(foreign, part).toHaveLength(1)
      if (part === 'ceremony') await page.context().clearCookies({ name: `portico-oidc.${part}` })
      else await page.context().addCookies(foreign)
      await opened(service, page, back.href)
    }
  })

  test('a token for another sign-in, another client or another issuer is refused', async ({ service }) => {
    const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')
    for (const claims of [{ nonce: 'other' }, { aud: 'other' }, { iss: 'http://elsewhere.example' }, { sub: 'x' }]) {
      const { page, back } = await sentBack(service)
      service.forge.token = (answer) => {
        const [head, payload = '', signature] = String(answer.id_token).split('.')
        const now = JSON.parse(Buffer.from(payload, 'base64url').toString())
        return { ...answer, id_token: [head, part({ ...now, ...claims }), signature].join('.') }
      }
      await opened(service, page, back.href)
      service.forge.token = null
    }
  })
})

test('an engineer signs in with a service at the desk, and connects it there', async ({ service }) => {
  const page = await service.newPage()
  await page.goto('/desk/sign-in?next=/desk/account')
  await signIn(page, 'petra.noack')
  await page.getByRole('button', { name: `Connect ${service.name}` }).click()
  await signInThere(page, 'petra@service')
  await expect(page.getByText('The account is connected.')).toBeVisible()
  await expectAccessible(page)
  const other = await service.newPage()
  await enterWith(service, other, 'petra@service', '/desk/sign-in')
  await expect(other).toHaveURL(`${service.portal}/desk`)
  const portal = await service.newPage()
  await enterWith(service, portal, 'petra@service')
  await expect(portal.getByText(refused(service)), 'no customer').toBeVisible()
})

async function mailOf({ owner }: Service, login: string): Promise<string> {
  const [row] = await owner<{ email: string }[]>`
    select d.email from accounts a join contact_details d using (contact_id) where a.login = ${login}`
  if (!row) throw new Error(`${login} has no address`)
  return row.email
}

/** Staff become customers of the group of Havelia. */
async function rulesFor({ owner, key }: Service): Promise<void> {
  await owner`
    with made as (
      insert into provisionings (oidc_provider_id, login_attribute, name_attribute, email_attribute, just_in_time)
        select id, 'preferred_username', 'name', 'email', true from oidc_providers where key = ${key} returning id)
    insert into provisioning_rules (provisioning_id, position, test, attribute, "values", customer_group_id, profile_id)
      select made.id, 1, 'equals', 'groups', '{staff}', c.customer_group_id, a.profile_id
      from made, accounts a join contacts c on c.id = a.contact_id where a.login = ${people.connects}`
}
