import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signedInShape } from '#lib/access/viewer.ts'
import { mailServer, type Post } from '#lib/mail/mail-server.ts'
import { CONTACT, mailWorld, sendThrough } from '../queries/testing.ts'
import { readMail } from '../read.ts'
import { chooseMails, unsubscribe } from './choose.ts'
import { deliverMail } from './deliver.ts'

const world = mailWorld()
let post: Post
beforeEach(async () => {
  post = await mailServer()
  sendThrough(post.url)
  await world.owner`delete from outbox`
})
afterEach(async () => {
  await post.stop()
  await world.owner`update contact_details set muted_mails = '{}', mail_rhythm = 'at-once', quiet_from = null, quiet_until = null, time_zone = 'UTC'`
  await world.owner`delete from settings`
  await world.owner`insert into participants (ticket_id, contact_id) values (1, ${CONTACT.ravi}) on conflict do nothing`
})

const wish = (change: object) =>
  world.owner`update contact_details set ${world.owner(change)} where contact_id = ${CONTACT.grace}`
/** As if what these mails tell had happened so long ago, and their turn had come. */
const age = (ids: number[], interval: string) =>
  world.owner`update outbox set created_at = now() - ${interval}::interval, next_attempt_at = now() where id = any (${ids})`
const three = async () => [
  await world.queue(1),
  await world.queue(1, 'ticket-status'),
  await world.queue(1, 'ticket-shared'),
]
const deliverAll = async (ids: number[]) => {
  for (const id of ids) await deliverMail(id)
}
const states = (ids: number[]) => Promise.all(ids.map(async (id) => (await world.stateOf(id))?.state))
/** The mail that was made of others; it has a job of its own. */
const deliverDigest = async () => {
  const [row] = await world.owner<{ id: string }[]>`select id from outbox where template = 'ticket-digest'`
  if (!row) return undefined
  await deliverMail(Number(row.id))
  return world.stateOf(Number(row.id))
}
const viewer = async (kind: 'contact' | 'engineer', id: number) => {
  const [row] = await world.owner`select viewer_rights(${kind}, ${id}) as rights`
  return signedInShape.parse(row?.rights)
}

/** An hour around the present one of UTC, as minutes of the day. */
function nowadays() {
  const minute = new Date().getUTCHours() * 60 + new Date().getUTCMinutes()
  return { quiet_from: (minute + 1380) % 1440, quiet_until: (minute + 60) % 1440 }
}

describe('quiet hours', () => {
  it('hold news of tickets back until their end, and count no attempt', async () => {
    await wish(nowadays())
    const id = await world.queue(1)
    await deliverMail(id)
    expect(await world.stateOf(id)).toMatchObject({ state: 'pending', problem: 'quiet', attempts: 0, later: true })
    const [row] = await world.owner`select next_attempt_at - now() between '58 minutes' and '61 minutes' as ended,
      (select count(*)::int from pgboss.job j where j.start_after = o.next_attempt_at) as jobs from outbox o where id = ${id}`
    expect(row).toEqual({ ended: true, jobs: 1 })
    expect(post.received).toEqual([])
  })
  it('hold back no mail about the account, and nobody else’s', async () => {
    await wish(nowadays())
    await deliverAll([await world.queue(1, 'password-changed'), await world.queue(CONTACT.ravi)])
    expect(post.received.map(({ to }) => to)).toEqual(['grace@acme.example', 'ravi@acme.example'])
  })
  it('are over at their end: what waited comes in one mail', async () => {
    const ids = await three()
    await wish(nowadays())
    await deliverAll(ids)
    await wish({ quiet_from: null, quiet_until: null })
    await age(ids, '1 hour')
    await deliverAll(ids)
    expect(await states(ids)).toEqual(['collected', 'collected', 'collected'])
    expect(await deliverDigest()).toMatchObject({ state: 'sent' })
    expect(post.received).toHaveLength(1)
  })
})

describe('a digest', () => {
  const gathered = async (count = 3) => {
    await wish({ mail_rhythm: 'hourly' })
    const ids = (await three()).slice(0, count)
    await deliverAll(ids)
    expect(await states(ids)).toEqual(ids.map(() => 'pending'))
    expect(post.received).toEqual([])
    await age(ids, '2 hours')
    return ids
  }
  it('tells all that is new, by ticket, with text and HTML alike', async () => {
    await deliverAll(await gathered())
    expect(await deliverDigest()).toMatchObject({ state: 'sent', attempts: 1 })
    const mail = readMail(post.received[0]?.raw ?? '')
    expect(mail.headers.subject).toBe('Stadt Lindenau: what is new in your tickets (3)')
    expect(mail.text.match(/\[100001\] Pump/g)).toHaveLength(1)
    for (const words of [
      'Anna wrote, ',
      '  > Please send **the number**',
      'New status: Open, ',
      'shared it with you, ',
    ])
      expect(mail.text).toContain(words)
    expect(mail.html).toContain('<strong>the number</strong>')
    expect(mail.html).toContain('Pump &#60;b&#62;leaks&#60;/b&#62;')
    expect(mail.html).not.toMatch(/<script|\uE000/)
  })
  it('of one thing is that thing’s own mail', async () => {
    await deliverAll(await gathered(1))
    expect(readMail(post.received[0]?.raw ?? '').headers.subject).toBe('[100001] Pump <b>leaks</b>')
  })
  it('tells only what may be seen and is wanted when it goes out', async () => {
    const ids = await gathered()
    await wish({ muted_mails: ['share'] })
    await world.owner`update outbox set entry_id = 2 where id = ${ids[0] ?? 0}`
    await deliverAll(ids)
    await deliverDigest()
    const { text, headers } = readMail(post.received[0]?.raw ?? '')
    expect(headers.subject).toBe('Stadt Lindenau: what is new in your tickets (1)')
    expect(text).toContain('New status')
    expect(text).not.toMatch(/canary|shared it|wrote/)
  })
  it('is not sent to whom nothing of it is left to see', async () => {
    const ids = await gathered()
    await deliverAll(ids)
    await world.owner`update tickets set main_contact_id = ${CONTACT.ravi} where id = 1`
    const state = await deliverDigest()
    await world.owner`update tickets set main_contact_id = ${CONTACT.grace} where id = 1`
    expect(state).toMatchObject({ state: 'skipped', problem: 'invisible' })
    expect(post.received).toEqual([])
  })
  it('loses nothing when several workers take up its parts at once', async () => {
    const ids = await gathered()
    await Promise.all([...ids, ...ids].map(deliverMail))
    expect(await states(ids)).toEqual(['collected', 'collected', 'collected'])
    const [made] = await world.owner`select count(*)::int as count from outbox where template = 'ticket-digest'`
    expect(made).toEqual({ count: 1 })
  })
})

describe('the limit of an hour', () => {
  it('lets the rest wait, and puts it together when there is room again', async () => {
    await world.owner`insert into settings (key, value) values ('mail.hourly_limit', '2')`
    const ids = [...(await three()), await world.queue(1)]
    await deliverAll(ids)
    expect(post.received).toHaveLength(2)
    expect(await world.stateOf(ids[2] ?? 0)).toMatchObject({
      state: 'pending',
      problem: 'rate',
      attempts: 0,
      later: true,
    })
    await deliverMail(await world.queue(CONTACT.ravi))
    expect(post.received).toHaveLength(3)
    await world.owner`update outbox set sent_at = sent_at - interval '1 hour' where state = 'sent'`
    await age(ids.slice(2), '1 hour')
    await deliverAll(ids)
    await deliverDigest()
    expect(await states(ids)).toEqual(['sent', 'sent', 'collected', 'collected'])
    expect(post.received).toHaveLength(4)
  })
})

describe('the link that ends mails', () => {
  const linkIn = async (id: number) => {
    await deliverMail(id)
    const header = readMail(post.received.at(-1)?.raw ?? '').headers['list-unsubscribe'] ?? ''
    return decodeURIComponent(new URL(header.slice(1, -1)).pathname.split('/').at(-1) ?? '')
  }
  const muted = async () => {
    const [row] = await world.owner<
      { muted_mails: string[] }[]
    >`select muted_mails from contact_details where contact_id = 1`
    return row?.muted_mails
  }
  it('ends that kind alone, of that recipient alone, and is written down', async () => {
    const token = await linkIn(await world.queue(1))
    expect(await muted()).toEqual([])
    expect(await unsubscribe(token, '192.0.2.1')).toBe(true)
    expect(await unsubscribe(token, '192.0.2.1')).toBe(true)
    expect(await muted()).toEqual(['answer'])
    const [others] = await world.owner`select count(*)::int as muted from contact_details where muted_mails <> '{}'`
    expect(others).toEqual({ muted: 1 })
    expect(
      await world.owner`select actor_kind, subject_id, after from audit where action = 'mail.unsubscribed'`,
    ).toEqual([{ actor_kind: 'contact', subject_id: '1', after: { choices: ['answer'] } }])
    const next = await world.queue(1)
    await deliverMail(next)
    expect(await world.stateOf(next)).toMatchObject({ state: 'skipped', problem: 'unwanted' })
  })
  it('is no use once altered, or made up', async () => {
    const token = await linkIn(await world.queue(1))
    for (const wrong of [`${token.slice(0, -4)}AAAA`, token.slice(1), '', 'x'.repeat(2_000)])
      expect(await unsubscribe(wrong, '192.0.2.1')).toBe(false)
    expect(await muted()).toEqual([])
  })
  it('stands in no mail about the account', async () => {
    await deliverMail(await world.queue(1, 'password-changed'))
    expect(readMail(post.received[0]?.raw ?? '').headers).not.toHaveProperty('list-unsubscribe')
  })
})

describe('what is chosen', () => {
  const all = {
    wanted: [],
    rhythm: 'daily',
    hour: 6,
    quiet: { from: 1320, until: 420 },
    timeZone: 'Asia/Tokyo',
  } as const
  it('is kept for customers and for engineers, each its own', async () => {
    await chooseMails(await viewer('contact', CONTACT.olga), { ...all, wanted: ['answer'] })
    await chooseMails(await viewer('engineer', 1), { ...all, wanted: ['assigned'] })
    const kept = { mail_rhythm: 'daily', mail_hour: 6, quiet_from: 1320, quiet_until: 420, time_zone: 'Asia/Tokyo' }
    expect(await world.owner`select * from contact_details where contact_id = 3`).toMatchObject([
      { ...kept, muted_mails: ['status', 'participant', 'share', 'sign-in'], email: 'olga@other.example' },
    ])
    expect(await world.owner`select * from engineer_wishes`).toEqual([
      { engineer_id: '1', ...kept, muted_mails: ['mentioned', 'customer', 'sign-in'] },
    ])
  })
})
