import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { executeActivity } from '../commands/activity.ts'
import { takeOver } from '../commands/assign.ts'
import { answerTicket } from '../commands/comment.ts'
import { deskWorld, STATUS, type Who } from './desk-testing.ts'
import { deskTicket } from './desk-ticket.ts'

const world = await deskWorld()
const { anna, ben, carla, ticket } = world
afterAll(() => world.end())

const open = async (who: Who, number: number) => deskTicket(await who(), number, { locale: 'en' })
const unknown = { code: 'not_found' }

describe('a ticket', () => {
  it('is not found without read on its queue or its customer group, exactly as an unknown number', async () => {
    const [sales, olgas] = [await ticket({ queue: 2, status: STATUS.sales }), await ticket({ contact: 2 })]
    await expect(open(anna, sales)).resolves.toMatchObject({ number: sales })
    for (const number of [sales, olgas, 999_999_999]) await expect(open(ben, number)).rejects.toMatchObject(unknown)
  })

  it('names customer, company and group, and offers what the grants allow', async () => {
    const number = await ticket()
    expect(await open(anna, number)).toMatchObject({
      contact: 'Grace',
      company: 'ACME Ltd.',
      group: 'ACME',
      mayAnswer: true,
      mayTakeOver: true,
      activities: [{ key: 'close', asksComment: true }],
      stepsVisible: true,
      defaultTextClass: 'answer',
      textClasses: [
        { key: 'answer', customerVisible: true },
        { key: 'note', customerVisible: false },
      ],
    })
    expect(await open(ben, number)).toMatchObject({ mayAnswer: false, mayTakeOver: false, activities: [] })
    expect(await open(carla, number)).toMatchObject({ mayAnswer: true, mayTakeOver: false, activities: [] })
  })

  it('says that only the desk reads what its queue keeps internal', async () => {
    const number = await ticket({ queue: 2, status: STATUS.sales })
    expect(await open(anna, number)).toMatchObject({ stepsVisible: false, defaultTextClass: 'note' })
  })

  it('shows internal and customer-visible entries, each with its class', async () => {
    const number = await ticket()
    const answer = { key: randomUUID(), number, body: 'For Grace', textClass: 'answer' }
    await answerTicket(await carla(), answer)
    await answerTicket(await carla(), answer)
    await answerTicket(await carla(), { key: randomUUID(), number, body: 'For us', textClass: 'note' })
    const { history } = await open(ben, number)
    expect(history.entries).toMatchObject([
      { body: 'For Grace', textClass: 'Answer', customerVisible: true, authorName: 'Carla' },
      { body: 'For us', textClass: 'Note', customerVisible: false, authorName: 'Carla' },
    ])
  })

  it('is closed by its activity and then takes neither that step nor an answer', async () => {
    const number = await ticket()
    const close = () => ({ key: randomUUID(), number, activity: 'close', body: 'Solved' })
    await expect(executeActivity(await anna(), { ...close(), body: '' })).rejects.toMatchObject({ code: 'invalid' })
    await executeActivity(await anna(), close())
    expect(await open(anna, number)).toMatchObject({
      statusKind: 'closed',
      mayAnswer: false,
      acceptsComments: false,
      activities: [],
    })
    await expect(executeActivity(await anna(), close())).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is taken over by whoever may write', async () => {
    const number = await ticket()
    await takeOver(await anna(), number)
    expect(await open(anna, number)).toMatchObject({ engineer: 'Anna', mayTakeOver: false })
  })
})

describe('is refused', () => {
  const entry = (number: number) => ({ key: randomUUID(), number, body: 'Text', textClass: 'answer' })
  const close = (number: number) => ({ key: randomUUID(), number, activity: 'close', body: 'Done' })

  it('an answer without append', async () => {
    await expect(answerTicket(await ben(), entry(await ticket()))).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('an answer in a class that the queue does not list', async () => {
    const refusal = { code: 'invalid', fields: { textClass: 'textClassMissing' } }
    await expect(answerTicket(await anna(), { ...entry(await ticket()), textClass: 'gossip' })).rejects.toMatchObject(
      refusal,
    )
  })

  it('an activity without execute', async () => {
    await expect(executeActivity(await carla(), close(await ticket()))).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('taking over without write', async () => {
    await expect(takeOver(await carla(), await ticket())).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('everything on a ticket that the engineer cannot see, as if it did not exist', async () => {
    const number = await ticket({ queue: 2, status: STATUS.sales })
    await expect(answerTicket(await ben(), entry(number))).rejects.toMatchObject(unknown)
    await expect(executeActivity(await ben(), close(number))).rejects.toMatchObject(unknown)
    await expect(takeOver(await ben(), number)).rejects.toMatchObject(unknown)
  })
})
