import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { mailServer, type Post } from '#lib/mail/mail-server.ts'
import { CONTACT, mailWorld } from '../mail/queries/testing.ts'
import { readMail } from '../mail/read.ts'

const world = mailWorld()
let children: ChildProcess[] = []
let post: Post | undefined

afterEach(async () => {
  for (const child of children) if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit')
  children = []
  await post?.stop()
})

/** An instance of the worker that sends through this mail server. */
async function instance(url: string, pace: 'hurried' | 'usual' = 'hurried'): Promise<ChildProcess> {
  const child = fork(new URL('worker-process.ts', import.meta.url), [pace], {
    execArgv: ['--conditions=react-server'],
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: world.appUrl, DATA_DIR: world.dataDir, SMTP_URL: url },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.push(child)
  await once(child, 'message')
  return child
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return
    await pause(100)
  }
  throw new Error('it did not come to pass')
}
const isSent = (id: number) => async () => (await world.stateOf(id))?.state === 'sent'

describe('the worker', () => {
  it('is woken by new jobs, once for many, long before it would look again by itself', async () => {
    post = await mailServer()
    await instance(post.url, 'usual')
    const begun = Date.now()
    const queued = await world.owner<{ id: number }[]>`insert into outbox (template, contact_id, ticket_id, entry_id)
      select template, contact_id, ticket_id, entry_id from outbox, generate_series(1, 9) where id = ${await world.queue(CONTACT.grace)}
      returning id::int`
    expect(queued).toHaveLength(9)
    for (const { id } of queued) await until(isSent(id))
    expect(Date.now() - begun).toBeLessThan(12_000)
  }, 60_000)

  it('sends each mail once, however many instances work', async () => {
    post = await mailServer()
    await Promise.all([instance(post.url), instance(post.url)])
    const ids: number[] = []
    for (let count = 0; count < 20; count += 1) ids.push(await world.queue(count % 2 ? CONTACT.grace : CONTACT.ravi))
    for (const id of ids) await until(isSent(id))
    expect(post.received).toHaveLength(20)
  }, 60_000)

  it('takes over what an instance left that was killed after the mail server’s 250: sent again, under the same Message-ID', async () => {
    post = await mailServer()
    const { url, received } = post
    await world.owner`delete from pgboss.job`
    const child = await instance(url)
    // Whoever writes down that it was sent has to wait here, and dies waiting.
    const held = Promise.withResolvers<void>()
    const waits = Promise.withResolvers<void>()
    const blocking = world.owner.begin(async (sql) => {
      await sql`lock table account_links in share mode`
      waits.resolve()
      await held.promise
    })
    await waits.promise
    await world.owner.unsafe(BLOCK)
    const id = await world.queue(CONTACT.grace)
    await until(async () => received.length === 1)
    child.kill('SIGKILL')
    await once(child, 'exit')
    held.resolve()
    await blocking
    await world.owner`drop trigger wait_for_test on outbox`
    expect(await world.stateOf(id)).toMatchObject({ state: 'pending', attempts: 1 })
    // As if the minute had passed.
    await world.owner`update pgboss.job set started_on = now() - interval '2 minutes' where state = 'active'`
    const other = await instance(url)
    other.send('take over')
    await until(isSent(id))
    expect(received).toHaveLength(2)
    expect(new Set(received.map(({ raw }) => readMail(raw).headers['message-id'])).size).toBe(1)
  }, 90_000)
})

const BLOCK = `
  create function wait_for_test() returns trigger language plpgsql security definer as $$
  begin
    lock table account_links in row exclusive mode;
    return new;
  end $$;
  create trigger wait_for_test before update on outbox for each row when (new.state = 'sent') execute function wait_for_test()`
