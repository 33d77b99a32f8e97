import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts'
import { dataDir } from '../support/database.ts'
import { mailTo, newestMail } from '../support/mailbox.ts'
import { engineers, people } from '../support/people.ts'
import { newTicket, unique } from '../support/requests.ts'
import { expect, test } from '../support/test.ts'

test.skip(() => dataDir() === '', 'needs the data folder of the server that `npm test` starts')
test.slow()

// Each way has a mail that no other test reads.
for (const [how, javaScriptEnabled, mail] of [
  ['with a script', true, 'Ticket shared'],
  ['without one', false, 'Added to a ticket'],
] as const)
  test(`an administrator changes what a mail says, sees it with a ticket, and sends itself a test, ${how}`, async ({
    engineer,
    customer,
  }) => {
    const { number, subject } = await newTicket(await customer(people.comments))
    const admin = await engineer(engineers.seesEverything, { javaScriptEnabled })
    const [title, sentence] = [unique('Have a look'), unique('Written anew')]
    const body = admin.getByRole('textbox', { name: 'Text', exact: true })
    const save = () => admin.getByRole('button', { name: 'Save', exact: true }).click()
    await admin.goto('/admin/templates')
    await expectAccessible(admin)
    await admin.getByRole('row').filter({ hasText: mail }).getByRole('link').first().click()

    await test.step('a mistake is named with its line, and what was typed stays', async () => {
      for (const [wrong, says] of [
        ['Hello\n{{ ticket.colour }}', /There is an error in the text, line 2: .*ticket\.colour/],
        ['Hello\n\n{% if ticket.number %}', /There is an error in the text, line 3/],
        ['{% include "secrets.json" %}', /There is an error in the text, line 1/],
      ] as const) {
        await body.fill(wrong)
        await save()
        await expect(admin.getByRole('alert').first()).toContainText(says)
        await expect(body).toHaveValue(wrong)
      }
      await expectAccessible(admin)
    })

    await test.step('the text is saved, and shown with a real ticket', async () => {
      await admin.getByLabel('Subject', { exact: true }).fill(`${title}: {{ ticket.subject }}`)
      await body.fill(`${sentence} about **{{ ticket.number }}**.\n\n[Open it]({{ link }})`)
      await save()
      await expect(admin.getByText('The text was saved.')).toBeVisible()
      await admin.getByLabel('With ticket number').fill('1')
      await admin.getByRole('button', { name: 'Show' }).click()
      await expect(admin.getByText('There is no such ticket, or you may not see it.')).toBeVisible()
      await admin.getByLabel('With ticket number').fill(String(number))
      await admin.getByRole('button', { name: 'Show' }).click()
      await expect(admin.getByText(`${title}: ${subject}`)).toBeVisible()
      await expect(admin.locator('pre')).toContainText(`${sentence} about ${number}.`)
      const frame = admin.frameLocator('iframe')
      await expect(frame.getByText(`${sentence} about ${number}.`)).toBeVisible()
      await expect(frame.getByRole('strong').filter({ hasText: String(number) })).toBeVisible()
      await expectAccessible(admin)
    })

    await test.step('the test mail arrives', async () => {
      const since = newestMail()
      const own = /Goes to your own address, (\S+), with/.exec((await admin.getByRole('main').textContent()) ?? '')?.[1]
      await admin.getByRole('button', { name: 'Send test mail' }).click()
      await expect(admin.getByText('The test mail is on its way.')).toBeVisible()
      const { text, html } = await mailTo(own ?? '', title, since)
      for (const part of [text, html]) expect(part).toContain(sentence)
      expect(text).toContain('This is a test with example values.')
    })

    await test.step('it fits on a phone, and the delivered text holds again', async () => {
      await admin.setViewportSize({ width: 320, height: 800 })
      await expectNoSidewaysScroll(admin)
      await admin.getByRole('button', { name: 'Back to the delivered text' }).click()
      await expect(admin.getByText('The delivered text holds again.')).toBeVisible()
      await expect(body).not.toHaveValue(new RegExp(sentence))
    })
  })
