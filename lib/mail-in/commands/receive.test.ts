import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { CONTACT, mailWorld } from '#lib/mail/queries/testing.ts'
import { replyToken } from '../reply-token.ts'
import { receiveMail } from './receive.ts'

const world = mailWorld()
const MAILBOX = 'support@desk.example'
const DAY = 24 * 60 * 60 * 1000

beforeEach(async () => {
  await world.owner.unsafe(`
    delete from mails_in; delete from settings; delete from outbox; delete from entries where id > 100;
    update tickets set status_id = 1, merged_into_id = null; update accounts set disabled = false;
    update queue_grants set append = true, write = true, read = true; update contacts set company_id = 1 where id = 1;
    insert into settings (key, value) values ('mail_in.address', '"${MAILBOX}"')`)
})

type Given = { from?: string; token?: string | null; head?: string; body?: string }
let mails = 0
const token = (contact: number = CONTACT.grace, issued = new Date()) => replyToken({ contact, ticket: 1 }, issued)
const addressed = (one: string | null) => (one === null ? MAILBOX : MAILBOX.replace('@', `+${one}@`))
function mail({
  from = 'Grace <grace@acme.example>',
  token: given,
  head = '',
  body = 'The number is 4711.',
}: Given = {}) {
  mails += 1
  const to = addressed(given === undefined ? token() : given)
  return `From: ${from}\r\nTo: ${to}\r\nSubject: Re: [100001] Pump\r\nMessage-ID: <${mails}@acme.example>\r\n${head}\r\n${body}\r\n`
}
const receive = (raw: string | Buffer) => receiveMail('pipe', chunks(Buffer.from(raw)))
async function* chunks(raw: Buffer) {
  for (let at = 0; at < raw.length; at += 1000) yield raw.subarray(at, at + 1000)
}
const example = (name: string, replaced: Record<string, string> = { TOKEN: token() }) => {
  const path = new URL(`../examples/${name}.eml`, import.meta.url)
  return Object.entries(replaced).reduce(
    (text, [old, now]) => text.replaceAll(old, now),
    readFileSync(path).toString('latin1'),
  )
}
const asSent = (text: string) => Buffer.from(text, 'latin1')
const comments = () => world.owner<{ body: string; kind: string; author: number; original: string | null }[]>`
  select e.body, e.kind, e.author_contact_id::int as author, o.body as original
  from entries e left join entry_originals o on o.entry_id = e.id where e.id > 100 order by e.id`
const rows = () => world.owner`
  select state, reason, sender, subject, contact_id::int as contact, ticket_id::int as ticket, file_id is not null as kept from mails_in order by id`
const stored = () =>
  readdirSync(join(world.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    .length

describe('a reply by whom the mail went to', () => {
  it('is a comment of that contact, like one written in the portal, and others are told of it', async () => {
    expect(await receive(mail())).toEqual({ state: 'taken' })
    expect(await comments()).toEqual([
      { body: 'The number is 4711.', kind: 'mail_in', author: CONTACT.grace, original: null },
    ])
    const told =
      await world.owner`select contact_id::int as contact from outbox where template = 'ticket-answered' order by 1`
    expect(told.map(({ contact }) => contact)).toEqual([CONTACT.ravi, CONTACT.mute])
    expect(await rows()).toMatchObject([{ state: 'taken', contact: CONTACT.grace, ticket: 1, kept: false }])
  })
  it('has its quotation folded, and kept', async () => {
    await receive(asSent(example('thunderbird-flowed')))
    const [comment] = await comments()
    expect(comment?.body).not.toContain('wrote')
    expect(comment?.original).toContain('>> Please send the number')
  })
  it('brings its files to where uploads lie, those in its text too, under names without folders', async () => {
    expect(await receive(asSent(example('nested')))).toEqual({ state: 'taken' })
    const files = await world.owner`
      select name, content_type, bytes::int as bytes, entry_id > 100 as bound, draft_id, text_class_id::int as class from attachments
      where ticket_id = 1 order by created_at, name`
    expect(files.map(({ name }) => name).toSorted()).toEqual([
      'Typenschild Ü.png',
      'file.png',
      'message.eml',
      'notes.txt',
    ])
    expect(files.every(({ bound, draft_id, class: one }) => bound && draft_id === null && one === 1)).toBe(true)
    expect(stored()).toBeGreaterThanOrEqual(4)
  })
  it('may be written with the address in capitals, by a name of its own, and weeks later', async () => {
    const late = token(CONTACT.grace, new Date(Date.now() - 89 * DAY)).toUpperCase()
    expect(await receive(mail({ token: late, from: '"Hopper, Grace" <Grace@ACME.example>' }))).toEqual({
      state: 'taken',
    })
  })
  it('leaves alone what the contact is writing in the portal', async () => {
    await world.owner`insert into drafts (contact_id, purpose, "values") values (${CONTACT.grace}, 'comment:100001', '{"body": "half"}')`
    await receive(asSent(example('nested')))
    const drafts = await world.owner`delete from drafts returning purpose, "values"`
    expect([...drafts]).toEqual([{ purpose: 'comment:100001', values: { body: 'half' } }])
  })
})

describe('the same mail', () => {
  it('is one comment, however often and by whatever way it comes', async () => {
    const raw = mail()
    await receive(raw)
    const later = `Received: from elsewhere\r\nX-Spam: no\r\n${raw}`
    for (const again of [raw, raw.replaceAll('\r\n', '\n'), later])
      expect(await receive(again)).toEqual({ state: 'known' })
    expect(await comments()).toHaveLength(1)
  })
  it('is one comment of five at the same time', async () => {
    const raw = asSent(example('nested'))
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => receive(raw)))
    expect(outcomes.filter(({ state }) => state === 'taken')).toHaveLength(1)
    expect(outcomes.filter(({ state }) => state === 'known')).toHaveLength(4)
    expect(await comments()).toHaveLength(1)
  })
  it('under the same Message-ID but with other words is another one', async () => {
    const raw = mail()
    await receive(raw)
    expect(await receive(raw.replace('4711', '4712'))).toEqual({ state: 'taken' })
  })
})

describe('a mail is held, and nothing is written, where', () => {
  const refusals: [string, string, () => string, string?][] = [
    ['there is no token', 'noToken', () => mail({ token: null })],
    ['the token is somebody’s invention', 'wrongToken', () => mail({ token: 'a'.repeat(36) })],
    ['one letter of it was changed', 'wrongToken', () => mail({ token: token().replace(/^a/, 'b') })],
    [
      'it names two tickets',
      'wrongToken',
      () => mail({ head: `Cc: ${addressed(replyToken({ contact: 1, ticket: 2 }))}\r\n` }),
    ],
    [
      'the time to reply is over',
      'expired',
      () => mail({ token: token(CONTACT.grace, new Date(Date.now() - 92 * DAY)) }),
    ],
    ['the token is another contact’s', 'foreignSender', () => mail({ token: token(CONTACT.ravi) })],
    ['somebody else sends it', 'foreignSender', () => mail({ from: 'Grace <grace@evil.example>' })],
    [
      'the sender’s address is only its name',
      'foreignSender',
      () => mail({ from: '"grace@acme.example" <eve@evil.example>' }),
    ],
    ['it has two senders', 'sender', () => mail({ from: 'grace@acme.example, eve@evil.example' })],
    ['it has no text and no file', 'empty', () => mail({ body: '  ' })],
    [
      'its owner is of another company',
      'invisible',
      () => mail({ token: token(CONTACT.olga), from: 'olga@other.example' }),
    ],
    ['the account is disabled', 'noAccess', () => mail(), 'update accounts set disabled = true where contact_id = 1'],
    [
      'the profile may not append',
      'forbidden',
      () => mail(),
      'update queue_grants set append = false, write = false where role_id = 2',
    ],
    [
      'the profile may not read the queue',
      'invisible',
      () => mail(),
      'update queue_grants set read = false where role_id = 2',
    ],
    ['the ticket takes no comments', 'closed', () => mail(), 'update tickets set status_id = 2'],
    [
      'a file is too large',
      'files',
      () => mail({ head: FILE, body: Buffer.alloc(1024 * 1024 + 1).toString('base64') }),
      ONE_MEGABYTE,
    ],
    [
      'the mail server did not prove its sender',
      'unproven',
      () => mail({ head: 'Authentication-Results: mx.desk.example; dmarc=fail header.from=acme.example\r\n' }),
      PROVEN,
    ],
    [
      'only the sender itself says that it is proven',
      'unproven',
      () => mail({ head: 'Authentication-Results: mx.evil.example; dmarc=pass header.from=acme.example\r\n' }),
      PROVEN,
    ],
  ]
  it.each(refusals)('%s', async (_, reason, raw, before) => {
    const files = stored()
    if (before) await world.owner.unsafe(before)
    expect(await receive(raw())).toEqual({ state: 'held', reason })
    expect(await comments()).toEqual([])
    const [row] = await world.owner`select state, reason, file_id is not null as kept from mails_in`
    expect(row).toEqual({ state: 'held', reason, kept: true })
    expect(stored()).toBe(files + 1)
    await world.owner`update queue_grants set read = true where role_id = 2`
  })
  it('its sender is proven it is taken', async () => {
    await world.owner.unsafe(PROVEN)
    const head =
      'Authentication-Results: mx.desk.example;\r\n\tdkim=pass header.d=acme.example; dmarc=pass (p=reject) header.from=acme.example\r\n'
    expect(await receive(mail({ head }))).toEqual({ state: 'taken' })
  })
  it('one sender sends more than thirty within an hour', async () => {
    await world.owner`insert into mails_in (digest, source, sender, subject, bytes, state)
      select 'old ' || n, 'pipe', 'grace@acme.example', '', 1, 'stopped' from generate_series(1, 30) n`
    expect(await receive(mail())).toEqual({ state: 'held', reason: 'tooMany' })
  })
  it('it is too large: its beginning says from whom it came, and no more of it is kept', async () => {
    await world.owner`insert into settings (key, value) values ('mail_in.max_megabytes', '1')`
    const files = stored()
    const large = mail({ body: 'x'.repeat(1024 * 1024) })
    await expect(receive(large)).rejects.toMatchObject({ code: 'too_large' })
    expect(await rows()).toMatchObject([
      { state: 'held', reason: 'tooLarge', sender: 'grace@acme.example', kept: false },
    ])
    expect(stored()).toBe(files)
  })
})

describe('what nobody wrote is stopped', () => {
  it.each([
    ['an absence note', () => asSent(example('vacation')), 'automatic'],
    ['an automatic mail', () => mail({ head: 'Auto-Submitted: auto-generated\r\n' }), 'automatic'],
    ['a mail without a return', () => mail({ head: 'Return-Path: <>\r\n' }), 'automatic'],
    ['a mailing list', () => mail({ head: 'List-Id: <all.acme.example>\r\n' }), 'list'],
    ['a mass mail', () => mail({ head: 'Precedence: bulk\r\n' }), 'list'],
    ['our own mail', () => mail({ from: `Desk <${MAILBOX}>` }), 'loop'],
    ['a robot', () => mail({ from: 'MAILER-DAEMON@acme.example' }), 'automatic'],
  ])('%s', async (_, raw, reason) => {
    const files = stored()
    expect(await receive(raw())).toEqual({ state: 'stopped', reason })
    expect(await comments()).toEqual([])
    expect(stored()).toBe(files)
  })
  it('a person’s mail that says "no" is taken', async () => {
    expect(await receive(mail({ head: 'Auto-Submitted: no\r\nPrecedence: normal\r\n' }))).toEqual({ state: 'taken' })
  })
  it('a report about a mail of ours, which then has failed', async () => {
    const sent = await world.owner<{ id: string; message_id: string }[]>`
      insert into outbox (template, contact_id, ticket_id, state, sent_at) values ('ticket-answered', 1, 1, 'sent', now()), ('ticket-answered', 2, 1, 'sent', now())
      returning id, message_id`
    const raw = asSent(example('bounce', { 'MESSAGE-ID': sent[0]?.message_id ?? '' }))
    expect(await receive(raw)).toEqual({ state: 'stopped', reason: 'bounce' })
    const states = await Promise.all(sent.map(({ id }) => world.stateOf(Number(id))))
    expect(states).toMatchObject([{ state: 'failed', problem: 'bounced' }, { state: 'sent' }])
    expect(states[0]?.last_error).toContain('User unknown')
  })
})

it('a thousand mails that nobody has looked at are enough: the others stay in the mailbox', async () => {
  await world.owner`insert into mails_in (digest, source, sender, subject, bytes, state)
    select 'old ' || n, 'pipe', 'x', '', 1, 'held' from generate_series(1, 1000) n`
  await expect(receive(mail())).rejects.toMatchObject({ code: 'storage_full' })
})

it('an address to reply to holds as many days as the setting says', async () => {
  const old = () => mail({ token: token(CONTACT.grace, new Date(Date.now() - 120 * DAY)) })
  expect(await receive(old())).toMatchObject({ state: 'held' })
  await world.owner`insert into settings (key, value) values ('mail_in.reply_days', '180')`
  expect(await receive(old())).toEqual({ state: 'taken' })
})

const ONE_MEGABYTE = `insert into settings (key, value) values ('attachment.max_megabytes', '1')`
const PROVEN = `insert into settings (key, value) values ('mail_in.authserv_id', '"mx.desk.example"')`
const FILE =
  'Content-Type: application/pdf; name="a.pdf"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n'
