import type { Page } from '@playwright/test'
import { serveDemo } from '#bin/test/demo-server.ts'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { dataDir, ownersConnection } from '../support/database.ts'
import { engineers } from '../support/people.ts'
import { unique } from '../support/requests.ts'
import { test as base, expect, signIn } from '../support/test.ts'
import { unsteadyMailServer } from '../support/unsteady-mail-server.ts'

/** Shorter than the eight seconds for which a mail server that says nothing is waited for. */
const AT_ONCE = { timeout: 7_000 }
/** Over the thirty seconds after which a mail is tried again. */
const BY_ITSELF = { timeout: 60_000 }
const three = ['grace.adeyemi', 'tom.whitfield', 'ravi.subramaniam'].map((login) => `${login}@acme.example`)
const [owner = '', unlucky = '', other = ''] = three

type Server = {
  post: Awaited<ReturnType<typeof unsteadyMailServer>>
  dataDir: string
  /** A page of somebody who is signed in there. */
  pageOf(login: string): Promise<Page>
}

/** A server of its own, whose mail server has moods. */
const test = base.extend<object, { server: Server }>({
  server: [
    async ({ browser }, use) => {
      const post = await unsteadyMailServer()
      const demo = await serveDemo({ SMTP_URL: post.url })
      const pages = new Map<string, Promise<Page>>()
      const opened = async (login: string) => {
        const context = await browser.newContext({ baseURL: demo.url, locale: 'en-GB' })
        const page = await context.newPage()
        page.setDefaultTimeout(20_000)
        await page.goto(Object.values<string>(engineers).includes(login) ? '/desk/sign-in' : '/sign-in')
        await signIn(page, login)
        await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
        return page
      }
      const pageOf = (login: string) => {
        const page = pages.get(login) ?? opened(login)
        pages.set(login, page)
        return page
      }
      await use({ post, dataDir: demo.dataDir, pageOf })
      for (const page of pages.values()) await (await page).context().close()
      await demo.stop()
      await post.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})
test.skip(() => dataDir() === '', 'with an address from outside no server is started')
test.slow()

/** A ticket of Grace's on which two colleagues take part, written in the browser. */
async function ticketOfThree({ pageOf, dataDir: folder }: Server): Promise<{ subject: string; number: number }> {
  const subject = unique('Coupling')
  const page = await pageOf('grace.adeyemi')
  await page.goto('/tickets/new/ServiceDesk')
  await page.getByLabel('Subject').fill(subject)
  await page.getByLabel('What is it about?').selectOption('A question')
  await page.getByLabel('Description', { exact: true }).fill('It rattles.')
  await page.getByRole('button', { name: 'Create ticket' }).click()
  await expect(page.getByText('Your ticket was created')).toBeVisible(AT_ONCE)
  const number = Number(/\/tickets\/(\d+)/.exec(page.url())?.[1])
  const database = ownersConnection(folder)
  await database`
    insert into participants (ticket_id, contact_id)
      select t.id, d.contact_id from tickets t, contact_details d
      where t.number = ${number} and d.email in ${database(three.slice(1))}`
  await database.end()
  return { subject, number }
}

/** An engineer's answer, and that it stands there before any mail server could have been waited for. */
async function answer({ pageOf }: Server, number: number): Promise<void> {
  const desk = await pageOf(engineers.answers)
  await desk.goto(`/desk/tickets/${number}`)
  await desk.getByRole('textbox', { name: 'Your answer to the customer' }).fill('A fitter comes on Monday.')
  await desk.getByRole('button', { name: 'Send answer to the customer' }).click()
  await expect(desk.getByRole('article').last()).toContainText('A fitter comes on Monday.', AT_ONCE)
  const customer = await pageOf('grace.adeyemi')
  await customer.goto(`/tickets/${number}`)
  await expect(customer.getByRole('article').last()).toContainText('A fitter comes on Monday.')
}

const came = ({ post }: Server, address: string, subject: string, mails = 1) =>
  expect.poll(() => post.mailsTo(address, subject).length, { message: address, ...BY_ITSELF }).toBe(mails)

/** The administrator's page of the newest mail to this person in this state, once it says this. */
async function mailThat({ pageOf }: Server, state: string, to: string, says: RegExp): Promise<Page> {
  const admin = await pageOf(engineers.seesEverything)
  const row = admin.getByRole('row').filter({ hasText: 'New answer' }).filter({ hasText: to }).first()
  await expect(async () => {
    await admin.goto(`/admin/mail?state=${state}`)
    await expect(row).toContainText(says, { timeout: 1_000 })
  }).toPass(BY_ITSELF)
  await expectAccessible(admin)
  await row.getByRole('link').click()
  await expect(admin.getByText(says)).toBeVisible()
  await expectAccessible(admin)
  return admin
}

test('one of three recipients is refused for good: the others get theirs, and it is sent again once the server is right', async ({
  server,
}) => {
  const { subject, number } = await ticketOfThree(server)
  server.post.isFor((address) => (address === unlucky ? 'refuses' : 'takes'))
  await answer(server, number)
  await came(server, owner, subject)
  await came(server, other, subject)
  const admin = await mailThat(server, 'failed', 'Tom Whitfield', /refused this mail for good.*then send again/)
  await expect(admin.getByText('550 Nobody of that name here')).toBeVisible()
  server.post.isFor(() => 'takes')
  await admin.getByRole('button', { name: 'Send again' }).click()
  await expect(admin.getByText('The mail waits to be sent again.')).toBeVisible()
  await came(server, unlucky, subject)
  await admin.reload()
  await expect(admin.getByRole('button', { name: 'Send again' })).toBeHidden()
  expect(server.post.mailsTo(owner, subject)).toHaveLength(1)
})

for (const [fault, mood, says] of [
  ['answers 451 for one of three', 'busy', /asked to try later\. That happens by itself/],
  ['hangs at one of three', 'hangs', /did not answer in time\. It is tried again by itself/],
] as const)
  test(`a mail server that ${fault}: the others get theirs, and the one gets its own later by itself`, async ({
    server,
  }) => {
    const { subject, number } = await ticketOfThree(server)
    server.post.isFor((address) => (address === unlucky ? mood : 'takes'))
    await answer(server, number)
    await came(server, owner, subject)
    await came(server, other, subject)
    const admin = await mailThat(server, 'pending', 'Tom Whitfield', says)
    await expect(admin.getByText('Next attempt')).toBeVisible()
    server.post.isFor(() => 'takes')
    await came(server, unlucky, subject)
  })

test('a mail server that is not there at all keeps nobody from writing, and all get their mails when it is back', async ({
  server,
}) => {
  const { subject, number } = await ticketOfThree(server)
  await server.post.goesAway()
  await answer(server, number)
  const customer = await server.pageOf('grace.adeyemi')
  await customer.locator('#reply').getByLabel('Comment', { exact: true }).fill('Monday suits us.')
  await customer.getByRole('button', { name: 'Add comment' }).click()
  await expect(customer.getByRole('article').last()).toContainText('Monday suits us.', AT_ONCE)
  const admin = await mailThat(server, 'pending', 'Grace Adeyemi', /cannot be reached\. See whether it runs/)
  await admin.setViewportSize({ width: 320, height: 800 })
  await expectNoSidewaysScroll(admin)
  await server.post.comesBack()
  await came(server, owner, subject)
  for (const address of [unlucky, other]) await came(server, address, subject, 2)
})
