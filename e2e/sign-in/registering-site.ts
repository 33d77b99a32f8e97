import type { BrowserContextOptions, Page } from '@playwright/test'
import { dataDir, ownersConnection } from '../support/database.ts'
import { engineers } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { test as base, expect } from '../support/test.ts'

/** A host name of the test's own at which one customer group signs in, and a mail domain that nobody else has. */
export type Site = {
  readonly origin: string
  readonly host: string
  readonly domain: string
  /** What this house calls login and password. */
  readonly words: { login: string; password: string }
  /** The group's page about self-registration in the Admin Tool. */
  readonly offer: string
  /** A browser that nobody has used, at that host name. */
  newPage(options?: BrowserContextOptions): Promise<Page>
}

const words = {
  hartmann: { login: 'CM.Track login', password: 'CM.Track password' },
  havelia: { login: 'Member login', password: 'Member password' },
} as const
type Of = (group: keyof typeof words) => Promise<Site>

/** Nobody can register when the test begins and ends; whom it let in is gone afterwards. */
export const test = base.extend<{ siteOf: Of }>({
  siteOf: async ({ browser }, use) => {
    const owner = ownersConnection()
    const opened: Page[] = []
    const made: { host: string; domain: string; group: number }[] = []
    await use(async (key) => {
      const name = unique('site').replace(' ', '-')
      const [host, domain] = [`${name}.localhost`, `${name}.example`]
      const [found] = await owner<{ id: string }[]>`select id from customer_groups where key = ${key}`
      const group = Number(found?.id)
      await owner`insert into hosts (host, theme) values (${host}, ${key})`
      await owner`insert into host_groups (host, customer_group_id) values (${host}, ${group})`
      made.push({ host, domain, group })
      const { origin } = Object.assign(new URL(process.env.BASE_URL ?? ''), { hostname: host })
      const newPage = async (options?: BrowserContextOptions) => {
        const page = await (await browser.newContext({ ...options, baseURL: origin })).newPage()
        opened.push(page)
        return page
      }
      return { origin, host, domain, words: words[key], offer: `/admin/groups/${group}/registration`, newPage }
    })
    for (const page of opened) await page.context().close()
    for (const { host, domain, group } of made) {
      await owner`delete from registration_offers where customer_group_id = ${group}`
      await owner`delete from registrations where email like ${`%@${domain}`}`
      await owner`delete from contacts where id in (select contact_id from contact_details where email like ${`%@${domain}`})`
      await owner`delete from hosts where host = ${host}`
    }
    await owner.end()
  },
})
test.skip(() => dataDir() === '', 'needs the data folder of the server that `npm test` starts')

type Engineer = (login: string, options?: BrowserContextOptions) => Promise<Page>

/** Lets people with addresses of the site's domain register there and nowhere else, in the Admin Tool. */
export async function open(
  { offer, host, domain }: Site,
  engineer: Engineer,
  how: { company: string; outcome: 'an engineer decides' | 'the account is there at once'; javaScriptEnabled: boolean },
): Promise<void> {
  const admin = await engineer(engineers.seesEverything, { javaScriptEnabled: how.javaScriptEnabled })
  await admin.goto(offer)
  await admin.getByLabel('People may register themselves').check()
  await admin.getByLabel('Only on these hosts').check()
  await admin.getByLabel(host, { exact: true }).check()
  await admin.getByLabel('Mail domains and their companies').fill(`${domain} = ${how.company}`)
  await admin.getByLabel(how.outcome).check()
  await admin.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(admin.getByText('Self-registration was saved. It holds now.')).toBeVisible()
}

/** Signs in by the page that is open, in the words of the house. */
export async function enter({ words: { login, password } }: Site, page: Page, as: string, by: string): Promise<void> {
  await page.getByLabel(login, { exact: true }).fill(as)
  await page.getByLabel(password, { exact: true }).fill(by)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Fills the form in, from the sign-in page on. @returns what the page says then */
export async function register(page: Page, name: string, address: string): Promise<string> {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'No account yet? Register' }).click()
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail address').fill(address)
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mailbox' })).toBeVisible()
  return page.getByRole('main').innerHTML()
}

export async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('New password', { exact: true }).fill(password)
  await page.getByLabel('Repeat the new password').fill(password)
  await page.getByRole('button', { name: 'Confirm and save the password' }).click()
}
