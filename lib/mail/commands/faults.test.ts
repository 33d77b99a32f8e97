import { afterEach, describe, expect, it } from 'vitest'
import { mailServer, type Post } from '#lib/mail/mail-server.ts'
import { CONTACT, mailWorld, sendThrough } from '../queries/testing.ts'
import { mailServerProblem } from '../transport.ts'
import { deliverMail } from './deliver.ts'

const world = mailWorld()
let post: Post
const servers: Post[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((one) => one.stop()))
})

/** A mail server with this flaw, and a mail that is sent through it by an address with these wishes. */
async function delivered(options: Parameters<typeof mailServer>[0], wish: (url: string) => string = (url) => url) {
  post = await mailServer(options)
  servers.push(post)
  sendThrough(wish(post.url))
  const id = await world.queue(CONTACT.grace)
  await deliverMail(id)
  return world.stateOf(id)
}
const refuses = (message: string, responseCode: number) => Object.assign(new Error(message), { responseCode })
const waits = { state: 'pending', attempts: 1, later: true }
const certified = { disabledCommands: [] }

describe('a mail waits for its next turn, and the cause is named, where the server', () => {
  it('hangs after the whole mail', async () => {
    const state = await delivered({ onData: (stream) => stream.resume() }, (url) => `${url}?socketTimeout=300`)
    expect(state).toMatchObject({ ...waits, problem: 'slow' })
  })
  it('breaks off in the middle of it', async () => {
    const state = await delivered({ onData: () => post.breakOff() })
    expect(state).toMatchObject({ ...waits, problem: 'unreachable' })
  })
  it('has a certificate that nobody vouches for', async () => {
    const state = await delivered(certified, (url) => `${url}?requireTLS=true`)
    expect(state).toMatchObject({ ...waits, problem: 'certificate' })
    expect(post.received).toEqual([])
  })
  it('has such a one from the start', async () => {
    const state = await delivered({ secure: true }, (url) => url.replace('smtp:', 'smtps:'))
    expect(state).toMatchObject({ ...waits, problem: 'certificate' })
  })
  it('no longer offers the encryption that is asked for', async () => {
    const state = await delivered({}, (url) => `${url}?requireTLS=true`)
    expect(state).toMatchObject({ ...waits, problem: 'certificate' })
    expect(post.received).toEqual([])
  })
  it('refuses our own password', async () => {
    const onAuth = (_auth: unknown, _session: unknown, done: (error: Error) => void) =>
      done(refuses('wrong password', 535))
    const state = await delivered({ authOptional: false, onAuth }, (url) => url.replace('//', '//portico:secret@'))
    expect(state).toMatchObject({ ...waits, problem: 'signIn' })
    expect(state?.last_error).not.toContain('secret')
  })
  it('has no room after the whole mail', async () => {
    const onData = (stream: NodeJS.ReadableStream, _session: unknown, done: (error: Error) => void) => {
      stream.resume()
      stream.on('end', () => done(refuses('out of storage', 452)))
    }
    expect(await delivered({ onData })).toMatchObject({ ...waits, problem: 'busy' })
  })
})

describe('a mail is given up at once where the server', () => {
  it('wants none of it after having read it', async () => {
    const onData = (stream: NodeJS.ReadableStream, _session: unknown, done: (error: Error) => void) => {
      stream.resume()
      stream.on('end', () => done(refuses('this is spam', 554)))
    }
    const state = await delivered({ onData })
    expect(state).toMatchObject({
      state: 'failed',
      problem: 'refused',
      attempts: 1,
      last_error: expect.stringContaining('spam'),
    })
  })
  it('lets our sender send nothing', async () => {
    const state = await delivered({ onMailFrom: (_address, _session, done) => done(refuses('not yours', 550)) })
    expect(state).toMatchObject({
      state: 'failed',
      problem: 'refused',
      last_error: expect.stringContaining('not yours'),
    })
  })
})

it('a recipient at which the server hangs holds up nobody else', async () => {
  post = await mailServer({
    onRcptTo: ({ address }, _session, done) => (address.startsWith('ravi') ? undefined : done()),
  })
  servers.push(post)
  sendThrough(`${post.url}?socketTimeout=400`)
  const ids = [await world.queue(CONTACT.ravi), await world.queue(CONTACT.grace)]
  await Promise.all(ids.map(deliverMail))
  expect(await Promise.all(ids.map(world.stateOf))).toMatchObject([
    { state: 'pending', problem: 'slow' },
    { state: 'sent' },
  ])
})

it('a mail keeps its Message-ID over every attempt', async () => {
  let tries = 0
  post = await mailServer({
    onRcptTo: (_address, _session, done) => done(++tries < 3 ? refuses('try later', 451) : null),
  })
  servers.push(post)
  sendThrough(post.url)
  const id = await world.queue(CONTACT.grace)
  const [before] = await world.owner`select message_id from outbox where id = ${id}`
  for (let turn = 0; turn < 3; turn += 1) {
    await deliverMail(id)
    await world.owner`update outbox set next_attempt_at = now() where id = ${id}`
  }
  expect(await world.stateOf(id)).toMatchObject({ state: 'sent', attempts: 3, problem: null, last_error: null })
  expect(post.received[0]?.raw).toContain(`Message-ID: <${before?.message_id}@portal.example>`)
})

describe('the mail server is asked without a mail', () => {
  it('and is well', async () => {
    post = await mailServer()
    servers.push(post)
    sendThrough(post.url)
    expect(await mailServerProblem(1_000)).toBeNull()
    sendThrough(undefined)
    expect(await mailServerProblem(1_000)).toBeNull()
  })
  it('and says what is wrong, in time', async () => {
    post = await mailServer({ onConnect: () => {} })
    servers.push(post)
    sendThrough(post.url)
    expect(await mailServerProblem(200)).toMatchObject({ problem: 'slow' })
    await post.stop()
    expect(await mailServerProblem(1_000)).toMatchObject({ problem: 'unreachable' })
  })
})
