import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { type ContactViewer, viewerShape } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { createActivity } from '#lib/queues/commands/activity.ts'
import { recountAnswersDue } from '#lib/queues/commands/answers-due.ts'
import { changeService } from '#lib/queues/commands/queue.ts'
import { queueWorld } from '#lib/queues/commands/testing.ts'
import { executeActivity } from './activity.ts'
import { answerTicket, commentOnTicket } from './comment.ts'
import { createTicket } from './create.ts'

const world = queueWorld()
const MINUTES = 120

/** A queue that promises an answer within two hours at any time, with Grace as its customer and Ben at its desk. */
async function served() {
  const queue = await world.queue()
  const [row] = await world.asOwner<{ key: string }[]>('select key from queues where id = $1', [queue])
  await changeService(await world.ada(), queue, { answerMinutes: MINUTES, serviceHours: null })
  for (const role of [2, 3]) {
    await world.asOwner(
      `insert into queue_grants (role_id, queue_id, read, write, append, "create", execute) values ($1, $2, true, true, true, true, true)`,
      [role, queue],
    )
  }
  return { queue, key: row?.key ?? '' }
}

async function grace(): Promise<ContactViewer> {
  const viewer = viewerShape.parse(await world.contact(1))
  if (viewer.kind !== 'contact') throw new Error('Grace is a contact')
  return viewer
}

const create = async (queue: string) =>
  (
    await createTicket(await grace(), {
      key: randomUUID(),
      queue,
      subject: 'Pump',
      description: 'It leaks.',
      fields: {},
    })
  ).number

/** Minutes from now until the answer is due, rounded; null where none is owed. */
async function dueIn(number: number): Promise<number | null> {
  const [row] = await world.asOwner<{ minutes: number | null }[]>(
    'select round(extract(epoch from answer_due_at - now()) / 60)::int as minutes from tickets where number = $1',
    [number],
  )
  return row?.minutes ?? null
}

const answer = async (number: number, textClass: string) =>
  answerTicket(await world.ben(), { key: randomUUID(), number, body: 'We look into it.', textClass })

test('an answer is owed from the customer’s last word until we have answered', async () => {
  const { key } = await served()
  const number = await create(key)
  expect(await dueIn(number)).toBe(MINUTES)
  await answer(number, 'note')
  expect(await dueIn(number), 'a note is no answer').toBe(MINUTES)
  await answer(number, 'answer')
  expect(await dueIn(number)).toBeNull()
  await commentOnTicket(await grace(), { key: randomUUID(), number, body: 'It leaks again.' })
  expect(await dueIn(number)).toBe(MINUTES)
})

test('a step out of our hands ends it, the customer’s step back begins it anew', async () => {
  const { queue, key } = await served()
  const statuses = await world.asOwner<{ id: number }[]>(
    'select id::int from statuses where queue_id = $1 order by position',
    [queue],
  )
  const [open, closed] = statuses.map(({ id }) => id)
  const step = { asksComment: false, formFields: [], customersMayExecute: true }
  const ada = await world.ada()
  await createActivity(ada, queue, {
    ...step,
    key: 'close',
    labels: { en: 'Close' },
    from: [open ?? 0],
    toStatusId: closed ?? 0,
  })
  await createActivity(ada, queue, {
    ...step,
    key: 'open',
    labels: { en: 'Open' },
    from: [closed ?? 0],
    toStatusId: open ?? 0,
  })
  const number = await create(key)
  await executeActivity(await world.ben(), { key: randomUUID(), number, activity: 'close', body: '' })
  expect(await dueIn(number)).toBeNull()
  await executeActivity(await grace(), { key: randomUUID(), number, activity: 'open', body: '' })
  expect(await dueIn(number)).toBe(MINUTES)
})

test('a queue that promises nothing owes nothing', async () => {
  const { queue, key } = await served()
  await changeService(await world.ada(), queue, { answerMinutes: null, serviceHours: null })
  expect(await dueIn(await create(key))).toBeNull()
})

test('a change of the service counts for what waits already, as soon as its job has been done', async () => {
  const { queue, key } = await served()
  const [waiting, answered] = [await create(key), await create(key)]
  await answer(answered, 'answer')
  await world.asOwner('delete from pgboss.job')
  await changeService(await world.ada(), queue, { answerMinutes: 30, serviceHours: null })
  expect(await dueIn(waiting)).toBe(MINUTES)
  const [job] = await world.asOwner<{ data: { queue: number; after: number } }[]>(
    `select data from pgboss.job where name = 'answers-due'`,
  )
  expect(job?.data).toEqual({ queue, after: 0 })
  await recountAnswersDue(queue)
  expect([await dueIn(waiting), await dueIn(answered)]).toEqual([30, null])
  await changeService(await world.ada(), queue, { answerMinutes: null, serviceHours: null })
  await recountAnswersDue(queue)
  expect(await dueIn(waiting)).toBeNull()
})

test('nobody but the application itself recounts many tickets', async () => {
  const { queue } = await served()
  const asked = asViewer(await world.ada(), (tx) => tx.execute(sql`select answer_clocks(${queue}, 0, 10)`))
  await expect(asked).rejects.toMatchObject({ code: 'forbidden' })
  const written = asViewer(await grace(), (tx) => tx.execute(sql`select set_answers_due('{1}', '{2020-01-01}')`))
  await expect(written).rejects.toMatchObject({ code: 'forbidden' })
})
