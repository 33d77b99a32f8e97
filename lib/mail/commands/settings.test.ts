import { afterEach, beforeEach, expect, it } from 'vitest'
import { mailServer, type Post } from '../mail-server.ts'
import { CONTACT, mailWorld, sendThrough } from '../queries/testing.ts'
import { readMail } from '../read.ts'
import { deliverMail } from './deliver.ts'

const world = mailWorld()
let post: Post
beforeEach(async () => {
  post = await mailServer()
  sendThrough(post.url)
  await world.owner`delete from settings`
})
afterEach(() => post.stop())

const set = (key: string, value: string | number) =>
  world.owner`insert into settings (key, value) values (${key}, ${JSON.stringify(value)}::text::jsonb)`

async function sent(template = 'ticket-answered') {
  const id = await world.queue(CONTACT.grace, template)
  await deliverMail(id)
  expect(await world.stateOf(id)).toMatchObject({ state: 'sent' })
  return readMail(post.received.at(-1)?.raw ?? '')
}

it('mails come from the address of the setting, without one from the portal’s own host', async () => {
  expect((await sent()).headers.from).toMatch(/<portico@portal\.example>$/)
  await set('mail.from', 'desk@acme.example')
  expect((await sent()).headers.from).toMatch(/<desk@acme\.example>$/)
})

it('replies go to the address of the setting; about a ticket to the mailbox that takes them in, under its own token', async () => {
  expect((await sent()).headers['reply-to']).toBeUndefined()
  await set('mail.reply_to', 'people@acme.example')
  expect((await sent()).headers['reply-to']).toContain('people@acme.example')
  await set('mail_in.address', 'support@desk.example')
  expect((await sent()).headers['reply-to']).toMatch(/support\+[^@]+@desk\.example/)
})

it.each(['You can answer this mail', 'Sie können auf diese E-Mail antworten'])(
  'a mail about a ticket says that it can be answered, as text and as HTML, where an answer is taken in: %s',
  async (words) => {
    if (words.startsWith('Sie'))
      await world.owner`update contact_details set locale = 'de' where contact_id = ${CONTACT.grace}`
    const before = await sent()
    expect(before.text + before.html).not.toContain(words)
    await set('mail_in.address', 'support@desk.example')
    const { text, html } = await sent()
    expect(text).toContain(words)
    expect(html).toContain(words)
    expect((await sent('track-password-reset-template')).text).not.toContain(words)
    await world.owner`update contact_details set locale = 'en' where contact_id = ${CONTACT.grace}`
  },
)

it.each([
  ['track-password-reset-template', 'password.reset_minutes', 7, 30, 7],
  ['portal-invitation', 'invitation.hours', 5, 72 * 60, 5 * 60],
] as const)(
  'the link of %s holds as long as %s says, and is sent no more afterwards',
  async (template, key, value, usual, minutes) => {
    const lasts = async () => {
      await sent(template)
      const [link] = await world.owner<{ minutes: number }[]>`
      select round(extract(epoch from expires_at - now()) / 60)::int as minutes from account_links order by id desc limit 1`
      return link?.minutes
    }
    expect(await lasts()).toBe(usual)
    await set(key, value)
    expect(await lasts()).toBe(minutes)
    const late = await world.queue(CONTACT.grace, template)
    await world.owner`update outbox set created_at = now() - make_interval(mins => ${minutes + 1}) where id = ${late}`
    await deliverMail(late)
    expect(await world.stateOf(late)).toMatchObject({ state: 'skipped' })
  },
)
