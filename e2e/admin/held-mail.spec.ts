import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { engineers, people } from '../support/people.ts'
import { newTicket, unique } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

test.skip(() => !process.env.E2E_DATA_DIR, 'needs the data folder of the server that `npm test` starts')
test.slow()

const sender = 'siobhan.oneill@acme.example'

/** Hands a mail over as a mail server does, by the command; the server of the tests goes on meanwhile. */
async function piped(subject: string, body: string, head: string[] = []): Promise<void> {
  const command = fileURLToPath(new URL('../../bin/mail-in.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=react-server', command], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: process.env.E2E_DATA_DIR, PUBLIC_URL: process.env.BASE_URL },
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const lines = [`From: Siobhan <${sender}>`, 'To: support@desk.example', `Subject: ${subject}`, ...head]
  child.stdin?.end(
    `${lines.join('\r\n')}\r\nMessage-ID: <${unique('m').replace(' ', '')}@acme.example>\r\n\r\n${body}\r\n`,
  )
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
}

test('a mail to no reply address waits, and an engineer makes it a comment of its sender', async ({
  engineer,
  customer,
}) => {
  const owner = await customer(people.getsAnswer)
  const { number, path } = await newTicket(owner)
  const subject = unique('Serial number')
  await piped(subject, 'It is 4711.\r\n\r\nOn 22/11/2026 the desk wrote:\r\n> Which number?')
  const admin = await engineer(engineers.seesEverything, { javaScriptEnabled: false })
  await admin.goto('/admin/mail')
  await admin.getByRole('link', { name: /^Incoming mails: \d+ waits?$/ }).click()
  await expect(admin.getByRole('row').filter({ hasText: subject })).toContainText('It was not sent to a reply address.')
  await admin.getByRole('link', { name: subject }).click()
  await expect(admin.locator('pre').first()).toHaveText('It is 4711.')
  await expectAccessible(admin)

  await test.step('for a ticket that is not there it is refused, and what was chosen stays', async () => {
    await admin.getByLabel('Ticket number').fill('1')
    await admin.getByRole('button', { name: 'Take in' }).click()
    await expect(admin.getByRole('alert').first()).toContainText('Please check your entries')
    await expect(admin.getByLabel('Ticket number')).toHaveValue('1')
  })

  await test.step('with the right one the customer reads it as its own comment', async () => {
    await admin.getByLabel('Ticket number').fill(String(number))
    await admin.getByLabel('A comment of the contact').check()
    await admin.getByRole('button', { name: 'Take in' }).click()
    await expect(admin.getByRole('link', { name: `The mail is in ticket ${number}.` })).toBeVisible()
    await expect(admin.getByRole('button', { name: 'Take in' })).toBeHidden()
    await owner.goto(path)
    await expect(owner.getByText('It is 4711.')).toBeVisible()
  })

  await test.step('what it quotes is folded, for the customer, for the desk without a script, and left out on paper', async () => {
    const desk = await engineer(engineers.answers, { javaScriptEnabled: false })
    await desk.goto(`/desk/tickets/${number}`)
    for (const reader of [owner, desk]) {
      const entry = reader.getByRole('article').last()
      await expect(entry.getByText('> Which number?')).toBeHidden()
      await entry.getByText('Quoted text').click()
      await expect(entry.getByText('> Which number?')).toBeVisible()
      await expectAccessible(reader)
      await reader.emulateMedia({ media: 'print' })
      await expect(entry.getByText('It is 4711.')).toBeVisible()
      await expect(entry.getByText('> Which number?')).toBeHidden()
      await reader.emulateMedia({ media: 'screen' })
    }
  })

  await admin.goto('/admin/audit?action=mail_in.accepted')
  await expect(admin.getByRole('row').filter({ hasText: 'Robert Stein' }).first()).toContainText('mail_in.accepted')
})

test('what nobody needs is thrown away with a reason; what nobody wrote never waits', async ({ engineer }) => {
  const [subject, automatic] = [unique('Offer'), unique('Out of office')]
  await piped(subject, '<b>Buy</b> now: https://offers.example')
  await piped(automatic, 'I am away.', ['Auto-Submitted: auto-replied'])
  const admin = await engineer(engineers.seesEverything, { javaScriptEnabled: false })
  await admin.goto('/admin/mail/held')
  await expect(admin.getByRole('link', { name: automatic })).toBeHidden()
  await admin.getByRole('link', { name: subject }).click()
  await expect(admin.locator('pre').first()).toHaveText('<b>Buy</b> now: https://offers.example')
  const away = admin.getByRole('button', { name: 'Throw away' })
  await away.click()
  await expect(admin.getByRole('alert').first()).toContainText('Please check your entries')
  await admin.getByLabel('Reason').fill('Advertising')
  await away.click()
  await expect(admin.getByText('The mail was thrown away.')).toBeVisible()
  await expect(admin.getByRole('link', { name: subject })).toBeHidden()

  await admin.getByRole('link', { name: 'Thrown away' }).click()
  await admin.getByRole('link', { name: subject }).click()
  await expect(admin.getByText('Advertising')).toBeVisible()
  await expect(admin.getByText('The mail itself is not kept.')).toBeVisible()
  await expect(away).toBeHidden()
  await admin.goto('/admin/mail/held?view=stopped')
  await expect(admin.getByRole('row').filter({ hasText: automatic })).toContainText('An automatic mail')

  const phone = await engineer(engineers.seesEverything, { viewport: { width: 320, height: 800 } })
  await phone.goto('/admin/mail/held?view=stopped')
  await expectAccessible(phone)
  await expectNoSidewaysScroll(phone)
  const desk = await engineer(engineers.answers)
  expect((await desk.request.get('/admin/mail/held')).status()).toBe(403)
})
