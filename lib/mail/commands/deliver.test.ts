import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { mailServer, type Post } from '#lib/mail/mail-server.ts'
import { CONTACT, mailWorld, sendThrough } from '../queries/testing.ts'
import { readMail } from '../read.ts'
import { deliverMail } from './deliver.ts'

const world = mailWorld()
let post: Post | undefined

afterEach(async () => {
  await post?.stop()
  post = undefined
})

describe('a mail server that accepts', () => {
  it('gets one mail per recipient, with a text and an HTML part in the recipient’s language and theme', async () => {
    post = await mailServer()
    sendThrough(post.url)
    for (const id of [await world.queue(CONTACT.grace), await world.queue(CONTACT.ravi)]) {
      await deliverMail(id)
      expect(await world.stateOf(id)).toMatchObject({ state: 'sent', attempts: 1, problem: null })
    }
    expect(post.received.map(({ to }) => to)).toEqual(['grace@acme.example', 'ravi@acme.example'])
    const [toGrace, toRavi] = post.received.map(({ raw }) => readMail(raw))
    expect(toGrace?.headers.subject).toBe('[100001] Pump <b>leaks</b>')
    expect(toGrace?.headers.from).toMatch(/Lindenau"? <portico@portal\.example>$/)
    expect(toGrace?.text).toContain('Anna wrote in ticket 100001')
    expect(toGrace?.text).toContain('https://acme.example/tickets/100001')
    expect(toGrace?.html).toContain('Pump &#60;b&#62;leaks&#60;/b&#62;')
    expect(toGrace?.html).not.toContain('<script')
    expect(toGrace?.html).toMatch(/style="[^"]*background:#[0-9a-f]{6}/)
    expect(toGrace?.contentIds).toEqual(['logo@portico'])
    expect(toGrace?.headers['auto-submitted']).toBe('auto-generated')
    expect(toGrace?.headers['list-unsubscribe']).toMatch(/^<https:\/\/acme\.example\/api\/unsubscribe\/[\w-]+>$/)
    expect(toGrace?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
    expect(toRavi?.text).toContain('Guten Tag Ravi')
  })
  it('never gets a mail twice from a row that was sent', async () => {
    post = await mailServer()
    sendThrough(post.url)
    const id = await world.queue(CONTACT.grace)
    await deliverMail(id)
    await deliverMail(id)
    expect(post.received).toHaveLength(1)
  })
})

describe('what the recipient may not see', () => {
  it.each([
    ['a ticket of others', CONTACT.olga, 1, 'invisible'],
    ['an internal note', CONTACT.grace, 2, 'invisible'],
    ['anything without an address', CONTACT.mute, 1, 'noAddress'],
  ])('%s is not mailed', async (_, contact, entry, problem) => {
    post = await mailServer()
    sendThrough(post.url)
    const id = await world.queue(contact)
    await world.owner`update outbox set entry_id = ${entry} where id = ${id}`
    await deliverMail(id)
    expect(await world.stateOf(id)).toMatchObject({ state: 'skipped', problem })
    expect(post.received).toEqual([])
  })
  it('is asked at the time of sending: whoever left the ticket, or came to want no mails, gets none', async () => {
    post = await mailServer()
    sendThrough(post.url)
    const [left, muted] = [await world.queue(CONTACT.ravi), await world.queue(CONTACT.grace)]
    await world.owner`delete from participants where contact_id = ${CONTACT.ravi}`
    await world.owner`update contact_details set muted_mails = '{answer}' where contact_id = ${CONTACT.grace}`
    await deliverMail(left)
    await deliverMail(muted)
    await world.owner`insert into participants (ticket_id, contact_id) values (1, ${CONTACT.ravi})`
    await world.owner`update contact_details set muted_mails = '{}'`
    expect([await world.stateOf(left), await world.stateOf(muted)]).toMatchObject([
      { state: 'skipped', problem: 'invisible' },
      { state: 'skipped', problem: 'unwanted' },
    ])
    expect(post.received).toEqual([])
  })
})

describe('a mail server that does not', () => {
  it('refuses connections: the mail waits for its next turn', async () => {
    const closed = await mailServer()
    await closed.stop()
    sendThrough(closed.url)
    const id = await world.queue(CONTACT.grace)
    await deliverMail(id)
    expect(await world.stateOf(id)).toMatchObject({
      state: 'pending',
      problem: 'unreachable',
      attempts: 1,
      later: true,
    })
  })
  it('answers 451: it waits, longer each time, and is given up at last', async () => {
    post = await mailServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('try later'), { responseCode: 451 })),
    })
    sendThrough(post.url)
    const id = await world.queue(CONTACT.grace)
    const waits: number[] = []
    for (let tries = 0; tries < 12; tries += 1) {
      await deliverMail(id)
      const [row] = await world.owner<{ wait: number }[]>`
        select extract(epoch from next_attempt_at - now())::int as wait from outbox where id = ${id}`
      waits.push(row?.wait ?? 0)
      await world.owner`update outbox set next_attempt_at = now() where id = ${id}`
    }
    expect(waits.slice(0, 3)).toEqual([30, 120, 600])
    expect(await world.stateOf(id)).toMatchObject({ state: 'failed', problem: 'busy', attempts: 12 })
    expect((await world.stateOf(id))?.last_error).toContain('try later')
  })
  it('answers 550 for one of three: that one failed at once, the others are sent', async () => {
    post = await mailServer({
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith('ravi') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    })
    sendThrough(post.url)
    await world.owner`insert into contact_details (contact_id, email) values (${CONTACT.mute}, 'mute@acme.example')
      on conflict (contact_id) do update set email = excluded.email`
    const ids = [await world.queue(CONTACT.grace), await world.queue(CONTACT.ravi), await world.queue(CONTACT.mute)]
    await Promise.all(ids.map(deliverMail))
    expect(await Promise.all(ids.map(world.stateOf))).toMatchObject([
      { state: 'sent' },
      { state: 'failed', problem: 'refused', attempts: 1 },
      { state: 'sent' },
    ])
    expect((await world.stateOf(ids[1] ?? 0))?.last_error).toContain('no such user')
  })
  it('hangs: the mail waits for its next turn', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    sendThrough(`smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`)
    const id = await world.queue(CONTACT.grace)
    await deliverMail(id)
    silent.close()
    expect(await world.stateOf(id)).toMatchObject({ state: 'pending', problem: 'slow', later: true })
  }, 20_000)
})

describe('without a mail server', () => {
  it('the mail is a file in the data folder', async () => {
    sendThrough(undefined)
    const id = await world.queue(CONTACT.grace)
    await deliverMail(id)
    expect(await world.stateOf(id)).toMatchObject({ state: 'sent' })
    const mail = readMail(readFileSync(join(world.dataDir, 'mail', `${id}.eml`), 'utf8'))
    expect(mail.headers.to).toBe('grace@acme.example')
    expect(readdirSync(join(world.dataDir, 'mail')).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('addresses', () => {
  it.each([
    'grace@acme.example, eve@evil.example',
    'grace@acme.example\r\nBcc: eve@evil.example',
    '"grace, eve"@acme.example',
    'grace@acme.example (eve@evil.example)',
    'Grace <eve@evil.example>',
    'grace',
  ])('%j reach nobody else', async (stored) => {
    post = await mailServer()
    sendThrough(post.url)
    await world.owner`update contact_details set email = ${stored} where contact_id = ${CONTACT.grace}`
    const id = await world.queue(CONTACT.grace)
    await deliverMail(id)
    await world.owner`update contact_details set email = 'grace@acme.example' where contact_id = ${CONTACT.grace}`
    expect(await world.stateOf(id)).toMatchObject({ state: 'failed', problem: 'address' })
    expect(post.received).toEqual([])
  })
  it('a subject with line breaks makes no header', async () => {
    post = await mailServer()
    sendThrough(post.url)
    await world.owner`update tickets set subject = ${'Pump\r\nBcc: eve@evil.example\r\n\r\nBody'} where id = 1`
    await deliverMail(await world.queue(CONTACT.grace))
    const { headers } = readMail(post.received[0]?.raw ?? '')
    expect(headers.bcc).toBeUndefined()
    expect(headers.subject).toBe('[100001] Pump Bcc: eve@evil.example Body')
    expect(post.received.map(({ to }) => to)).toEqual(['grace@acme.example'])
  })
})
