import type { BrowserContextOptions, Page } from '@playwright/test'
import { type ProviderWorld, providerWorld } from '#lib/auth/oidc/provider-world.ts'
import { dataDir, ownersConnection, sealed } from '../support/database.ts'
import { unique } from '../support/requests.ts'
import { test as base } from '../support/test.ts'

/** A real OpenID provider, offered on the sign-in pages of one host name alone, where it troubles no other test. */
export type Service = ProviderWorld & {
  readonly key: string
  readonly name: string
  /** The portal by the host name that offers it. */
  readonly portal: string
  readonly owner: ReturnType<typeof ownersConnection>
  /** A browser that nobody has used, by its address. */
  newPage(options?: BrowserContextOptions): Promise<Page>
}

export const test = base.extend<{ service: Service }>({
  service: async ({ browser }, use) => {
    const key = unique('service').replace(' ', '-')
    const host = `${key}.localhost`
    const portal = new URL(process.env.BASE_URL ?? '')
    portal.hostname = host
    const world = await providerWorld([`${portal.origin}/api/auth/callback/${key}`])
    const owner = ownersConnection()
    const secret = await sealed('oidc client secret', world.client.secret)
    await owner`insert into hosts (host, theme) values (${host}, 'default')`
    await owner`
      with made as (
        insert into oidc_providers (key, name, issuer, client_id, client_secret, for_engineers)
          values (${key}, ${key}, ${world.issuer}, ${world.client.id}, ${secret}, true) returning id)
      insert into oidc_provider_hosts (provider_id, host) select id, ${host} from made`
    const opened: Page[] = []
    const newPage = async (options?: BrowserContextOptions) => {
      const page = await (await browser.newContext({ ...options, baseURL: portal.origin })).newPage()
      opened.push(page)
      return page
    }
    await use({ ...world, key, name: key, portal: portal.origin, owner, newPage })
    for (const page of opened) await page.context().close()
    await owner`delete from hosts where host = ${host}`
    await owner`delete from oidc_providers where key = ${key}`
    await owner.end()
    await world.stop()
  },
})
test.skip(() => dataDir() === '', 'needs the data folder of the server that `npm test` starts')

/** On the page of the provider, where one is not signed in yet. */
export async function signInThere(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
}

/** From the portal's sign-in page, by its button. */
export async function enterWith({ name }: Service, page: Page, login: string, at = '/sign-in'): Promise<void> {
  await page.goto(at)
  await page.getByRole('button', { name: `Sign in with ${name}` }).click()
  await signInThere(page, login)
}
