import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashOfSession, stopViewing, viewerOfSession } from '#lib/auth/sessions.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { deskWorld } from '#lib/tickets/queries/desk-testing.ts'
import { customerTicket } from '#lib/tickets/queries/ticket.ts'
import type { EngineerViewer, ViewingViewer } from '../viewer.ts'
import { noteViewedPage, startViewing } from './commands.ts'

const world = await deskWorld()
const { owner } = world
const GRACE = 1
const OLGA = 2
const ANNA = 1

beforeAll(async () => {
  await owner.unsafe(`
    update customer_groups set portal_enabled = true;
    insert into engineers (id, login, name, is_track) overriding system value values (50, 'basic', 'Basic', true);
    insert into engineer_roles values (50, 2);
    insert into accounts (contact_id, login, login_normal, profile_id) values (${GRACE}, 'grace', 'grace', 50), (${OLGA}, 'olga', 'olga', 50);
    update group_grants set modify_accounts = true where role_id = 1 and customer_group_id = 1`)
})
afterAll(() => world.end())

/** Anna at the desk, in a session of her own. */
async function anna(): Promise<{ token: string; viewer: EngineerViewer }> {
  const token = randomUUID()
  await owner`insert into sessions (token_hash, engineer_id, expires_at, idle_minutes)
    values (${hashOfSession(token)}, ${ANNA}, now() + interval '1 hour', 60)`
  const viewer = await viewerOfSession(token)
  return viewer?.kind === 'engineer' ? { token, viewer } : expect.fail()
}

/** The same, looking through Grace's eyes. */
async function asGrace(): Promise<{ token: string; viewer: ViewingViewer }> {
  const { token, viewer } = await anna()
  await startViewing(viewer, { contact: GRACE, reason: 'called' })
  const viewing = await viewerOfSession(token)
  return viewing?.kind === 'viewing-as' ? { token, viewer: viewing } : expect.fail()
}

const kindOf = async (token: string) => (await viewerOfSession(token))?.kind
const ended = async () => (await owner`select end_reason as why from viewings order by id desc limit 1`)[0]?.why

describe('viewing as a customer', () => {
  it('reads what the customer reads, and leaves its read marks, drafts and session alone', async () => {
    const number = await world.ticket()
    await owner`insert into drafts (contact_id, purpose, "values") values (${GRACE}, ${`comment:${number}`}, '{"body": "mine"}')`
    const { viewer } = await asGrace()
    expect(viewer).toMatchObject({ contact: GRACE, engineer: ANNA, engineer_name: 'Anna', name: 'Grace' })
    expect(await customerTicket(viewer, number, { locale: 'en' })).toMatchObject({ number, draft: undefined })
    expect(await asViewer(viewer, (tx) => tx.execute(sql`select from drafts`))).toHaveLength(0)
    expect(await owner`select from read_marks`).toHaveLength(0)
    expect(await owner`select from sessions where contact_id = ${GRACE}`).toHaveLength(0)
    expect(await owner`select from accounts where contact_id = ${GRACE} and last_sign_in_at is not null`).toHaveLength(
      0,
    )
  })

  it('can write to no table and move no sequence', async () => {
    const { viewer } = await asGrace()
    const tables = await owner<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public'`
    const tries = [
      ...tables.flatMap(({ name }) => [`insert into ${name} default values`, `delete from ${name}`]),
      `select nextval('ticket_number')`,
      `select set_own_password('x', 'y', null)`,
      `set transaction read write`,
    ]
    const done: string[] = []
    for (const statement of tries) {
      await asViewer(viewer, (tx) => tx.execute(sql.raw(statement))).then(
        () => done.push(statement),
        () => undefined,
      )
    }
    expect(done).toEqual([])
  })

  it('ends by the button, and the session is the engineer’s again', async () => {
    const { token } = await asGrace()
    expect(await stopViewing(token)).toBe(GRACE)
    expect(await kindOf(token)).toBe('engineer')
    expect(await ended()).toBe('ended')
    expect(await stopViewing(token)).toBeNull()
  })

  it('ends after half an hour, also for a page that was already on its way', async () => {
    const { token, viewer } = await asGrace()
    const [times] =
      await owner`select until - started_at = interval '30 minutes' as right from viewings order by id desc limit 1`
    expect(times).toEqual({ right: true })
    await owner`update viewings set until = now() - interval '1 second'`
    await expect(asViewer(viewer, async () => 'read')).rejects.toMatchObject({ code: 'session_ended' })
    expect(await kindOf(token)).toBe('engineer')
    expect(await ended()).toBe('expired')
  })

  it('ends with the session', async () => {
    const { token } = await asGrace()
    await owner`update sessions set ended_at = now() where token_hash = ${hashOfSession(token)}`
    expect(await kindOf(token)).toBeUndefined()
    expect(await ended()).toBe('session_ended')
  })

  it.each([
    ['read', 'update group_grants set read = $1 where role_id = 1 and customer_group_id = 1'],
    ['modify accounts', 'update group_grants set modify_accounts = $1 where role_id = 1 and customer_group_id = 1'],
    ['the way in of the contact itself', 'update accounts set disabled = not $1 where contact_id = 1'],
  ])('ends with %s', async (_, change) => {
    const { token, viewer } = await asGrace()
    await owner.unsafe(change, [false])
    await expect(asViewer(viewer, async () => 'read')).rejects.toMatchObject({ code: 'session_ended' })
    expect(await kindOf(token)).toBe('engineer')
    expect(await ended()).toBe('refused')
    await owner.unsafe(change, [true])
  })

  it('begins only with both grants, for one who is let in, and with a reason', async () => {
    const { viewer } = await anna()
    const before = await owner`select count(*) from viewings`
    await expect(startViewing(viewer, { contact: OLGA, reason: 'called' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(startViewing(viewer, { contact: 99, reason: 'called' })).rejects.toMatchObject({ code: 'not_found' })
    await owner`update accounts set disabled = true where contact_id = ${GRACE}`
    const notLetIn = { code: 'conflict', detail: { reason: 'notLetIn' } }
    await expect(startViewing(viewer, { contact: GRACE, reason: 'called' })).rejects.toMatchObject(notLetIn)
    await owner`update accounts set disabled = false where contact_id = ${GRACE}`
    await expect(startViewing(viewer, { contact: GRACE, reason: ' ' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await owner`select count(*) from viewings`).toEqual(before)
  })

  it('is written down: start with the reason, each page, end with its cause', async () => {
    await owner`truncate audit`
    const { token, viewer } = await asGrace()
    await noteViewedPage(viewer, '/tickets?q=secret')
    await stopViewing(token)
    const told = await owner`select actor_kind, actor_id::int, action, subject_id, after from audit order by id`
    const by = { actor_kind: 'engineer', actor_id: ANNA, subject_id: String(GRACE) }
    expect(told).toMatchObject([
      { ...by, action: 'viewing.started', after: { reason: 'called' } },
      { ...by, action: 'viewing.page', after: { path: '/tickets' } },
      { ...by, action: 'viewing.ended', after: { reason: 'called', ended: 'ended' } },
    ])
  })
})
