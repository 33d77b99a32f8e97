import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  type Page,
} from '@playwright/test'
import { PASSWORD } from './people.ts'

type Kind = 'contact' | 'engineer'
type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>
type Sessions = (kind: Kind, login: string) => Promise<SignedIn>
type Open = (login: string, options?: BrowserContextOptions) => Promise<Page>

type Fixtures = {
  /** A page of a customer who is signed in, in a browser context of its own. */
  customer: Open
  /** The same for an engineer. */
  engineer: Open
}

export const test = base.extend<Fixtures, { sessionOf: Sessions }>({
  // One session per account and worker: checking a password costs the server a quarter of a second.
  sessionOf: [
    async ({ browser }, use) => {
      const held = new Map<string, Promise<SignedIn>>()
      await use((kind, login) => {
        const session = held.get(login) ?? newSession(browser, kind, login)
        held.set(login, session)
        return session
      })
    },
    { scope: 'worker' },
  ],
  customer: ({ sessionOf, browser }, use) => opening(browser, (login) => sessionOf('contact', login), use),
  engineer: ({ sessionOf, browser }, use) => opening(browser, (login) => sessionOf('engineer', login), use),
})

/** Patient, for many run at once on machines that do other things as well. */
export const expect = base.expect.configure({ timeout: 15_000 })

async function opening(
  browser: Browser,
  sessionOf: (login: string) => Promise<SignedIn>,
  use: (open: Open) => Promise<void>,
) {
  const opened: BrowserContext[] = []
  await use(async (login, options) => {
    const context = await browser.newContext({ ...options, storageState: await sessionOf(login) })
    opened.push(context)
    return context.newPage()
  })
  for (const context of opened) await context.close()
}

async function newSession(browser: Browser, kind: Kind, login: string): Promise<SignedIn> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(kind === 'engineer' ? '/desk/sign-in' : '/sign-in')
  await signIn(page, login)
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
  const session = await context.storageState()
  await context.close()
  return session
}

/** Fills in the form of a sign-in page that is open. */
export async function signIn(page: Page, login: string, password: string = PASSWORD): Promise<void> {
  await page.getByLabel('Login', { exact: true }).fill(login)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
