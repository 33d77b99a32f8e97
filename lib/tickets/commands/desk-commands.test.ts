import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { attachToDraft, saveDraft } from '#lib/drafts/commands.ts'
import { deskList } from '../queries/desk-list.ts'
import { deskWorld, STATUS, type Who } from '../queries/desk-testing.ts'
import { deskTicket } from '../queries/desk-ticket.ts'
import { deskViewShape } from '../queries/desk-view.ts'
import { openForm } from '../queries/open-form.ts'
import { assignTicket } from './assign.ts'
import { eachTicket } from './bulk.ts'
import { closeTicket } from './close.ts'
import { answerTicket } from './comment.ts'
import { changeCustomer, rehearseCustomer } from './customer.ts'
import { mergeTicket, separateTicket } from './merge.ts'
import { moveTicket, rehearseMove } from './move.ts'
import { openTicket } from './open.ts'
import { addParticipant, removeParticipant } from './participants.ts'
import { removeView, saveView } from './views.ts'

const world = await deskWorld()
const { anna, ben, carla, dora, owner, ticket } = world
afterAll(() => world.end())

const open = async (who: Who, number: number) => deskTicket(await who(), number, { locale: 'en' })
const forbidden = { code: 'forbidden' }
const unknown = { code: 'not_found' }
const list = async (who: Who, search: object) => (await deskList(await who(), deskViewShape.parse(search), 'en')).rows
const numbers = async (who: Who, search: object) => (await list(who, search)).map(({ number }) => number)
const answer = async (number: number, textClass = 'answer', more: object = {}) =>
  answerTicket(await anna(), { key: randomUUID(), number, body: 'Text', textClass, ...more })
const audited = async (number: number) =>
  (await owner<{ action: string }[]>`select action from audit where subject_id = ${String(number)} order by id`).map(
    ({ action }) => action,
  )
/** What the customer wrote, as the portal writes it. */
const asks = (number: number) => owner`
  insert into entries (ticket_id, kind, text_class_id, author_kind, author_contact_id, author_name, body)
  select id, 'comment', 1, 'contact', 1, 'Grace', 'Please' from tickets where number = ${number}`

describe('waiting for us', () => {
  it('is a ticket from the customer’s word to our answer, whatever we note', async () => {
    const number = await ticket()
    expect(await numbers(anna, { view: 'waiting' })).not.toContain(number)
    await asks(number)
    expect(await numbers(anna, { view: 'waiting' })).toContain(number)
    await answer(number, 'note')
    expect(await numbers(anna, { view: 'waiting' })).toContain(number)
    await answer(number)
    expect(await numbers(anna, { view: 'waiting' })).not.toContain(number)
  })

  it('is no closed ticket', async () => {
    const number = await ticket()
    await asks(number)
    await closeTicket(await anna(), { number, body: 'Done' })
    expect(await numbers(anna, { view: 'waiting' })).not.toContain(number)
  })
})

describe('a mention', () => {
  it('calls whoever can read the ticket, by choice or by name, until that one looks', async () => {
    const number = await ticket()
    await answer(number, 'note', { body: '@Ben please look', notify: [3, 4] })
    for (const who of [ben, carla]) expect(await numbers(who, { view: 'mentioned' })).toContain(number)
    expect(await numbers(dora, { view: 'mentioned' })).toEqual([])
    expect((await list(ben, { view: 'mentioned' }))[0]?.unread).toBe(true)
    await open(ben, number)
    expect((await list(ben, { view: 'mentioned' }))[0]?.unread).toBe(false)
  })
})

describe('assigning', () => {
  it('goes to anybody who can read the ticket, and to nobody', async () => {
    const number = await ticket()
    await assignTicket(await anna(), { number, engineer: 2 })
    expect(await open(anna, number)).toMatchObject({ engineer: 'Ben' })
    await assignTicket(await anna(), { number, engineer: null })
    expect(await open(anna, number)).toMatchObject({ engineer: null })
  })

  it('is refused to somebody who cannot read it, and by somebody without write', async () => {
    const number = await ticket()
    await expect(assignTicket(await anna(), { number, engineer: 4 })).rejects.toMatchObject({
      fields: { engineer: 'engineerBlind' },
    })
    await expect(assignTicket(await carla(), { number, engineer: 3 })).rejects.toMatchObject(forbidden)
  })
})

describe('several at once', () => {
  it('are decided each by itself, and what was refused says why', async () => {
    const [mine, closed, sales] = [
      await ticket(),
      await ticket({ status: STATUS.closed }),
      await ticket({ queue: 2, status: STATUS.sales }),
    ]
    const viewer = await anna()
    const outcome = await eachTicket([mine, closed, sales, 999], (number) =>
      closeTicket(viewer, { number, body: 'Done' }),
    )
    expect(outcome).toEqual({
      done: 1,
      refused: [
        { number: closed, reason: 'conflict' },
        { number: sales, reason: 'conflict' },
        { number: 999, reason: 'not_found' },
      ],
    })
    const reader = await ben()
    expect((await eachTicket([closed], (number) => assignTicket(reader, { number, engineer: 2 }))).refused).toEqual([
      { number: closed, reason: 'forbidden' },
    ])
  })
})

describe('moving', () => {
  it('tells before who loses sight, changes nothing by telling, and then does it', async () => {
    const number = await ticket()
    const move = { number, queue: 'sales' }
    const effects = await rehearseMove(await anna(), move, 'en')
    expect(effects.sight.lose.engineers.map(({ name }) => name)).toEqual(['Ben', 'Carla'])
    expect(effects.sight.gain.engineers).toEqual([])
    expect(await open(ben, number)).toMatchObject({ queueKey: 'support' })
    await moveTicket(await anna(), move)
    await expect(open(ben, number)).rejects.toMatchObject(unknown)
    expect(await open(anna, number)).toMatchObject({ queueKey: 'sales', statusKind: 'open' })
    expect(await audited(number)).toContain('ticket.moved')
  })

  it('carries values into fields of the same key, and never into one that shows more', async () => {
    await owner`insert into ticket_fields (id, queue_id, key, type, labels, exposure) overriding system value values
      (1, 1, 'serial', 'text', '{"en": "Serial"}', 'read'), (2, 2, 'serial', 'text', '{"en": "Serial"}', 'read'),
      (3, 1, 'cause', 'text', '{"en": "Cause"}', 'none'), (4, 2, 'cause', 'text', '{"en": "Cause"}', 'full')`
    const number = await ticket()
    await owner`insert into field_values select id, f, '"x"' from tickets, unnest(array[1, 3]) f where number = ${number}`
    const { fields } = await rehearseMove(await anna(), { number, queue: 'sales' }, 'en')
    expect(fields).toEqual({ carried: ['Serial'], kept: ['Cause'] })
    await moveTicket(await anna(), { number, queue: 'sales' })
    const held = await owner`select v.field_id::int as id from field_values v join tickets t on t.id = v.ticket_id
      where t.number = ${number} order by 1`
    expect(held.map(({ id }) => id)).toEqual([2, 3])
    await owner`delete from ticket_fields`
  })

  it('is refused without write, and to a queue of articles', async () => {
    const number = await ticket()
    await expect(moveTicket(await carla(), { number, queue: 'sales' })).rejects.toMatchObject(forbidden)
    await expect(moveTicket(await anna(), { number, queue: 'faq' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(moveTicket(await ben(), { number: 999, queue: 'sales' })).rejects.toMatchObject(unknown)
  })
})

describe('merging', () => {
  it('shows the history of both in one, to whoever sees both, and can be undone', async () => {
    const [from, into] = [await ticket(), await ticket()]
    await answer(from, 'answer', { body: 'First' })
    await answer(into, 'answer', { body: 'Second' })
    await mergeTicket(await anna(), { number: from, into })
    const { history, merged } = await open(anna, into)
    expect(merged.map(({ number }) => number)).toEqual([from])
    expect(history.entries.filter(({ kind }) => kind === 'comment').map(({ body }) => body)).toEqual([
      'First',
      'Second',
    ])
    expect(await open(anna, from)).toMatchObject({
      statusKind: 'closed',
      mayAnswer: false,
      mergedInto: { number: into },
    })
    await expect(answer(from)).rejects.toMatchObject({ code: 'conflict' })
    await separateTicket(await anna(), from)
    expect((await open(anna, into)).merged).toEqual([])
  })

  it('makes nothing visible to somebody who does not see the other ticket', async () => {
    const [from, into] = [await ticket({ queue: 2, status: STATUS.sales }), await ticket()]
    await owner`insert into statuses (id, queue_id, key, labels, kind) overriding system value values (9, 2, 'done', '{"en": "Done"}', 'closed')`
    await answer(from, 'answer', { body: 'Only for sales' })
    await mergeTicket(await anna(), { number: from, into })
    const { history, merged } = await open(ben, into)
    expect(merged).toEqual([])
    expect(history.entries.some(({ body }) => body === 'Only for sales')).toBe(false)
  })

  it.each([
    ['itself', async (number: number) => number, 'mergeSame'],
    ['a ticket of another customer', () => ticket({ contact: 2 }), 'mergeOtherCustomer'],
    ['a ticket that does not exist', async () => 999, 'mergeUnknown'],
  ])('is refused with %s', async (_what, other, reason) => {
    const number = await ticket()
    await expect(mergeTicket(await anna(), { number, into: await other(number) })).rejects.toMatchObject({
      fields: { into: reason },
    })
  })

  it('is refused without write', async () => {
    await expect(mergeTicket(await carla(), { number: await ticket(), into: await ticket() })).rejects.toMatchObject(
      forbidden,
    )
  })
})

describe('the customer of a ticket', () => {
  it('is changed to one whom the engineer knows, with the audit’s knowledge', async () => {
    const number = await ticket()
    expect((await rehearseCustomer(await anna(), { number, contact: 2 })).name).toBe('Olga')
    expect(await open(anna, number)).toMatchObject({ contact: 'Grace' })
    await changeCustomer(await anna(), { number, contact: 2 })
    expect(await open(anna, number)).toMatchObject({ contact: 'Olga', group: 'Other' })
    expect(await audited(number)).toContain('ticket.customer')
  })

  it('is refused without write, and for one whom the engineer cannot read', async () => {
    const number = await ticket({ contact: null })
    await expect(changeCustomer(await carla(), { number, contact: 1 })).rejects.toMatchObject(forbidden)
    await expect(changeCustomer(await dora(), { number, contact: 1 })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('participants', () => {
  it('are added and removed by whoever may write, and both stand in history and audit', async () => {
    const number = await ticket()
    await addParticipant(await anna(), { number, contact: 2 })
    const { participants, history } = await open(anna, number)
    expect(participants).toEqual([{ id: 2, name: 'Olga' }])
    expect(history.entries.at(-1)?.change).toEqual({ what: 'participant', after: 'Olga' })
    await removeParticipant(await anna(), { number, contact: 2 })
    expect((await open(anna, number)).participants).toEqual([])
    expect(await audited(number)).toEqual(['participant.added', 'participant.removed'])
  })

  it('are refused without write, and not the customer itself', async () => {
    const number = await ticket()
    await expect(addParticipant(await carla(), { number, contact: 1 })).rejects.toMatchObject(forbidden)
    await expect(addParticipant(await anna(), { number, contact: 1 })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('a ticket for somebody on the phone', () => {
  const call = { queue: 'support', contact: 1, subject: 'Leak', description: 'It drips', internal: false, fields: {} }

  it('has the customer, the text in a class that it reads, and is made once', async () => {
    const key = randomUUID()
    const { number } = await openTicket(await anna(), { key, ...call })
    expect(await openTicket(await anna(), { key, ...call })).toEqual({ number })
    const { contact, history } = await open(anna, number)
    expect(contact).toBe('Grace')
    expect(history.entries).toMatchObject([{ body: 'It drips', customerVisible: true }])
    const hidden = await openTicket(await anna(), { key: randomUUID(), ...call, internal: true })
    expect((await open(anna, hidden.number)).history.entries).toMatchObject([{ customerVisible: false }])
  })

  it('has the files of the draft, each in the class of the text, and the draft is gone', async () => {
    const viewer = await anna()
    await saveDraft(viewer, 'open:support', { values: { subject: 'Valve', contact: '1' } })
    await attachToDraft(viewer, 'open:support', [
      { id: randomUUID(), storageKey: 'photo', name: 'photo.jpg', contentType: 'image/jpeg', bytes: 3, sha256: 'x' },
    ])
    const form = { words: '', contact: 1, queue: 'support', locale: 'en' }
    expect((await openForm(viewer, form)).draft).toMatchObject({
      values: { subject: 'Valve' },
      files: [{ name: 'photo.jpg' }],
    })
    const { number } = await openTicket(viewer, { key: randomUUID(), ...call })
    const { attachments, history } = await open(anna, number)
    expect(attachments).toMatchObject([{ name: 'photo.jpg', entryId: history.entries[0]?.id }])
    expect((await openForm(viewer, form)).draft).toBeUndefined()
  })

  it('is refused where the engineer may not create, and for one whom it does not know', async () => {
    await expect(openTicket(await carla(), { key: randomUUID(), ...call })).rejects.toMatchObject(unknown)
    await expect(openTicket(await dora(), { key: randomUUID(), ...call })).rejects.toMatchObject({ code: 'invalid' })
    await expect(openTicket(await anna(), { key: randomUUID(), ...call, subject: '' })).rejects.toMatchObject({
      fields: { subject: 'subjectMissing' },
    })
  })
})

describe('views of one’s own', () => {
  it('stand in the owner’s navigation alone', async () => {
    const id = await saveView(await anna(), { name: 'Sales only', query: { queue: 'sales' } })
    const nav = async (who: Who) => (await deskList(await who(), deskViewShape.parse({}), 'en')).nav.saved
    expect(await nav(anna)).toEqual([{ id, name: 'Sales only', query: { queue: 'sales' } }])
    expect(await nav(ben)).toEqual([])
    await expect(removeView(await ben(), Number(id))).rejects.toMatchObject(unknown)
    await removeView(await anna(), Number(id))
    expect(await nav(anna)).toEqual([])
  })
})

describe('the filters', () => {
  it('narrow to engineer, customer, company, status and days together', async () => {
    const [one, other] = [await ticket({ engineer: 1 }), await ticket({ contact: 2 })]
    expect(await numbers(anna, { engineer: 1 })).toContain(one)
    expect(await numbers(anna, { engineer: 'none' })).not.toContain(one)
    expect(await numbers(anna, { contact: 2 })).toContain(other)
    expect(await numbers(anna, { company: 1 })).not.toContain(other)
    expect(await numbers(anna, { contact: 2, engineer: 1 })).not.toContain(other)
    expect(await numbers(anna, { status: STATUS.closed, view: 'all', contact: 2 })).toEqual([])
    expect(await numbers(anna, { view: 'all', from: '2027-01-01' })).toEqual([])
  })
})

describe('managing the FAQ', () => {
  const draft = (description: string) => ({
    ...{ key: randomUUID(), queue: 'faq', contact: null, subject: 'How to', internal: false, fields: {}, description },
  })

  it('is opening and answering articles where one reads them, without a grant on the queue', async () => {
    await owner`insert into queue_grants (role_id, queue_id, read) values (3, 3, true)`
    await expect(openTicket(await carla(), draft('First'))).rejects.toMatchObject(unknown)
    await owner`update roles set manage_faq = true where id = 3`
    const { number } = await openTicket(await carla(), draft('First'))
    await answerTicket(await carla(), { key: randomUUID(), number, body: 'Then so', textClass: 'answer' })
    expect((await open(carla, number)).faq).toBe(true)
    const regular = await ticket()
    await expect(closeTicket(await carla(), { number: regular, body: 'Done' })).rejects.toMatchObject(forbidden)
  })
  it('is nothing where one does not read them', async () => {
    await owner`update queue_grants set read = false where role_id = 3 and queue_id = 3`
    await expect(openTicket(await carla(), draft('Second'))).rejects.toMatchObject(unknown)
    await owner`delete from queue_grants where role_id = 3 and queue_id = 3`
    await owner`update roles set manage_faq = false where id = 3`
  })
})
