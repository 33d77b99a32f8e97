import { createServer } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasDovecot, type MailServer, startDovecot } from '#bin/test/dovecot.ts'
import { seal } from '#lib/auth/seal.ts'
import { CONTACT, mailWorld } from '#lib/mail/queries/testing.ts'
import { replyToken } from '../reply-token.ts'
import { PASSWORD, pollInbox } from './poll.ts'

const world = mailWorld()
let server: MailServer
beforeAll(async () => {
  if (hasDovecot) server = await startDovecot()
})
afterAll(() => server?.stop())

let mails = 0
function reply(to = replyToken({ contact: CONTACT.grace, ticket: 1 })) {
  mails += 1
  return `From: grace@acme.example\r\nTo: support+${to}@desk.example\r\nSubject: Re: x\r\nMessage-ID: <${mails}@acme.example>\r\n\r\nWords ${mails}.\r\n`
}
const inbox = (more: Record<string, unknown> = {}) =>
  world.owner`insert into mail_inbox ${world.owner({
    host: '127.0.0.1',
    port: server?.port ?? 1,
    security: 'none',
    login: 'support',
    sealed_password: seal(PASSWORD, 'secret'),
    folder: 'INBOX',
    done_folder: 'Done',
    ...more,
  })}`
const state = async () => {
  const [row] = await world.owner`
    select problem, failures, leased_until, reached_at is not null as reached, next_poll_at > now() as later from mail_inbox`
  return row
}
const due = () => world.owner`update mail_inbox set next_poll_at = now()`
const comments = async () =>
  (await world.owner`select body from entries where kind = 'mail_in' order by id`).map(({ body }) => body)

beforeEach(async () => {
  await world.owner.unsafe(`delete from mail_inbox; delete from mails_in; delete from entries where id > 100; delete from settings;
    insert into settings (key, value) values ('mail_in.address', '"support@desk.example"')`)
})

describe.skipIf(!hasDovecot)('a mailbox on a real IMAP server (dovecot-imapd)', () => {
  it('is emptied: replies become comments, others wait for an engineer, and each goes to the folder of those handled', async () => {
    await inbox()
    for (const raw of [reply(), reply('a'.repeat(36)), reply()]) server.deliver(raw)
    await pollInbox()
    expect(await comments()).toEqual(['Words 1.', 'Words 3.'])
    expect([server.waiting(), server.handled()]).toEqual([0, 3])
    expect(await state()).toEqual({ problem: null, failures: 0, leased_until: null, reached: true, later: true })
  })

  it('is looked into when it is time, and by one of several at a time', async () => {
    await inbox()
    server.deliver(reply())
    await world.owner`update mail_inbox set next_poll_at = now() + interval '1 minute'`
    await pollInbox()
    expect(server.waiting()).toBe(1)
    await due()
    await Promise.all([pollInbox(), pollInbox(), pollInbox()])
    expect(await comments()).toHaveLength(1)
    expect(server.waiting()).toBe(0)
  })

  it('where the instance died after it had written a mail down, brings that mail no second time', async () => {
    await inbox()
    const raw = reply()
    server.deliver(raw)
    await pollInbox()
    // As if it had not been moved away any more.
    server.deliver(raw)
    await world.owner`update mail_inbox set next_poll_at = now(), leased_until = now() - interval '1 second'`
    await pollInbox()
    expect(await comments()).toHaveLength(1)
    expect(server.waiting()).toBe(0)
  })

  it('keeps a mail that is too large for us out of the way, and the others go on', async () => {
    await inbox()
    await world.owner`insert into settings (key, value) values ('mail_in.max_megabytes', '1')`
    server.deliver(`${reply()}${`${'x'.repeat(70)}\r\n`.repeat(20_000)}`)
    server.deliver(reply())
    await pollInbox()
    expect(await comments()).toHaveLength(1)
    const [held] = await world.owner`select reason, sender, file_id from mails_in where state = 'held'`
    expect(held).toEqual({ reason: 'tooLarge', sender: 'grace@acme.example', file_id: null })
    expect(server.waiting()).toBe(0)
  })

  it('is left as it is while too many wait for an engineer', async () => {
    await inbox()
    await world.owner`insert into mails_in (digest, source, sender, subject, bytes, state)
      select 'old ' || n, 'pipe', 'x', '', 1, 'held' from generate_series(1, 1000) n`
    server.deliver(reply())
    await pollInbox()
    expect(await state()).toMatchObject({ problem: 'full', failures: 1, later: true })
    expect(server.waiting()).toBe(1)
    await world.owner`delete from mails_in`
    await due()
    await pollInbox()
    expect(server.waiting()).toBe(0)
  })

  it.each([
    ['a wrong password', () => ({ sealed_password: seal(PASSWORD, 'wrong') }), 'signIn'],
    ['a password sealed by a secret that is gone', () => ({ sealed_password: 'x' }), 'signIn'],
    ['a folder that is not there', () => ({ folder: 'Nowhere' }), 'folder'],
    ['a certificate that nobody vouches for', () => ({ security: 'starttls' }), 'certificate'],
    ['the same from the start', () => ({ security: 'tls', port: server.tlsPort }), 'certificate'],
    ['nobody listening', () => ({ port: 1 }), 'unreachable'],
  ])('%s is told to the administrator, and the next look waits', async (_, more, problem) => {
    await inbox(more())
    await pollInbox()
    expect(await state()).toMatchObject({ problem, failures: 1, leased_until: null, later: true })
  })

  it('sends no password where the server does not offer the encryption that was asked for', async () => {
    let heard = ''
    const plain = createServer((socket) => {
      socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\r\n')
      socket.on('error', () => {})
      socket.on('data', (data) => {
        heard += data
        const tag = String(data).split(' ')[0]
        socket.write(
          /CAPABILITY/i.test(String(data)) ? `* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tag} OK\r\n` : `${tag} OK\r\n`,
        )
      })
    })
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve))
    const address = plain.address()
    await inbox({ security: 'starttls', port: address && typeof address === 'object' ? address.port : 0 })
    await pollInbox()
    plain.close()
    expect((await state())?.problem).not.toBeNull()
    expect(heard).not.toMatch(/LOGIN|AUTHENTICATE|secret/i)
  })
})

it('the next look comes after as many seconds as the setting says', async () => {
  const wait = async () => {
    await world.owner`delete from mail_inbox`
    await inbox({ port: 1 })
    await pollInbox()
    const [row] = await world.owner<{ seconds: number }[]>`
      select round(extract(epoch from next_poll_at - now()))::int as seconds from mail_inbox`
    return row?.seconds
  }
  expect(await wait()).toBeCloseTo(60, -1)
  await world.owner`insert into settings (key, value) values ('mail_in.poll_seconds', '600')`
  expect(await wait()).toBeCloseTo(600, -1)
})
