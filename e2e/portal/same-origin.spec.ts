import { randomUUID } from 'node:crypto'
import { submit } from '../support/forms.ts'
import { PASSWORD, people } from '../support/people.ts'
import { newTicket, origin } from '../support/requests.ts'
import { expect, signIn, test } from '../support/test.ts'

/** What another site, a sandboxed frame, a sibling host and a bare program send; the server's address is known in tests only. */
const elsewhere: Record<string, () => Record<string, string>> = {
  'another site': () => ({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
  'a sandboxed frame': () => ({ origin: 'null' }),
  'a sibling host': () => ({ origin: origin().replace('//', '//evil.'), 'sec-fetch-site': 'same-site' }),
  'nobody knows where': () => ({}),
}

for (const [where, headersFrom] of Object.entries(elsewhere)) {
  test.describe(`a form sent from ${where}`, () => {
    const send = () => ({ headers: headersFrom(), maxRedirects: 0 })

    test('creates no ticket and adds no comment', async ({ customer }) => {
      const page = await customer(people.attacked)
      const { number, path } = await newTicket(page)
      const forms = {
        [`comment/${number}`]: { body: 'Forged.' },
        'create/ServiceDesk': { subject: 'Forged', description: 'Forged.', 'field.request_kind': 'fault' },
      }
      for (const [purpose, fields] of Object.entries(forms)) {
        for (const intent of ['send', 'save']) {
          const multipart = { key: randomUUID(), intent, ...fields }
          const answer = await page.request.post(`/files/drafts/${purpose}`, { multipart, ...send() })
          expect([purpose, answer.status(), await answer.text()]).toEqual([purpose, 403, '{"code":"forbidden"}'])
        }
      }
      await page.goto(path)
      await expect(page.getByText('Forged')).toHaveCount(0)
      await page.goto('/tickets/new/ServiceDesk')
      await expect(page.getByLabel('Subject')).toHaveValue('')
    })

    test('signs nobody out and changes no preference', async ({ customer }) => {
      const page = await customer(people.attacked)
      for (const [path, form] of [
        ['/sign-out', {}],
        ['/preferences', { locale: 'de', scheme: 'dark' }],
      ] as const) {
        const answer = await page.request.post(path, { form, ...send() })
        expect(answer.status(), path).toBe(403)
        expect(answer.headers()['set-cookie'], path).toBeUndefined()
      }
      await page.goto('/account')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('My account')
    })

    test('signs nobody in', async ({ page }) => {
      const fields = { login: people.attacked, password: PASSWORD }
      const answer = await submit(page.request, '/sign-in', { holds: 'name="login"', fields }, headersFrom())
      expect(answer.headers()['set-cookie']).toBeUndefined()
      await page.goto('/tickets')
      await expect(page).toHaveURL(/\/sign-in/)
    })

    test('closes no ticket, ends no session and changes no password', async ({ customer, page: other }) => {
      await other.goto('/sign-in')
      await signIn(other, people.attacked)
      await expect(other).toHaveURL('/')
      const page = await customer(people.attacked)
      const { path } = await newTicket(page)
      const fresh = 'quiet-orchard-lantern'
      await submit(
        page.request,
        path,
        { holds: 'value="close"', fields: { body: 'Forged.', 'comment-close': 'Forged.' } },
        headersFrom(),
      )
      await submit(page.request, '/account', { holds: 'End session', fields: {} }, headersFrom())
      await submit(page.request, '/account', { holds: 'End all other sessions', fields: {} }, headersFrom())
      await submit(
        page.request,
        '/account/password',
        { holds: 'name="repeat"', fields: { current: PASSWORD, password: fresh, repeat: fresh } },
        headersFrom(),
      )
      await page.goto(path)
      await expect(page.getByText('We have received your ticket.', { exact: false })).toBeVisible()
      await expect(page.getByText('Forged')).toHaveCount(0)
      await other.goto('/account')
      await expect(other).toHaveURL('/account')
      await other.getByLabel(/^Account of/).click()
      await other.getByRole('button', { name: 'Sign out' }).click()
      await signIn(other, people.attacked)
      await expect(other).toHaveURL('/')
    })

    test('does nothing at the desk', async ({ customer, engineer }) => {
      const { number } = await newTicket(await customer(people.attacked))
      const desk = await engineer('katrin.berger')
      const path = `/desk/tickets/${number}`
      await submit(desk.request, path, { holds: 'Assign to me', fields: {} }, headersFrom())
      await submit(
        desk.request,
        path,
        { holds: 'value="close"', fields: { 'comment-close': 'Forged.' } },
        headersFrom(),
      )
      const answer = { key: randomUUID(), intent: 'send', textClass: 'customer_answer', body: 'Forged.' }
      expect(
        (await desk.request.post(`/files/drafts/answer/${number}`, { multipart: answer, ...send() })).status(),
      ).toBe(403)
      await desk.goto(path)
      await expect(desk.getByText('Forged')).toHaveCount(0)
      await expect(desk.getByRole('button', { name: 'Assign to me' })).toBeVisible()
      await expect(desk.getByText('New', { exact: true })).toBeVisible()
    })
  })
}

test('the same forms sent from the page itself are carried out', async ({ customer }) => {
  const page = await customer(people.attacked)
  const { path } = await newTicket(page)
  const answer = await submit(page.request, path, {
    holds: 'value="close"',
    fields: { body: 'Done.', 'comment-close': 'Done.' },
  })
  expect(answer.status()).toBe(303)
  expect(answer.headers().location).toContain(`${path}?done=activity`)
})
