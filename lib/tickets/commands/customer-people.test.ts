import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ContactViewer, viewerShape } from '#lib/access/viewer.ts'
import { deskWorld } from '../queries/desk-testing.ts'
import { customerEditForm } from '../queries/edit-form.ts'
import { ticketPeople } from '../queries/people.ts'
import { customerTicket } from '../queries/ticket.ts'
import { editTicket } from './edit.ts'
import { addParticipant, removeParticipant } from './participants.ts'
import { endShare, shareTicket } from './shares.ts'

const world = await deskWorld()
const { owner, ticket } = world
afterAll(() => world.end())

/** Grace (1), Gil (3) and Gwen (5) are of one company, Zoe (4) of another; Gwen's profile may only read. */
beforeAll(async () => {
  await owner.unsafe(`
    update customer_groups set portal_enabled = true;
    insert into companies (id, customer_group_id, name) overriding system value values (2, 1, 'Zenith');
    insert into contacts (id, customer_group_id, company_id, name) overriding system value values
      (3, 1, 1, 'Gil'), (4, 1, 2, 'Zoe'), (5, 1, 1, 'Gwen');
    insert into engineers (id, login, name, is_track) overriding system value values (20, 'full', 'full', true), (21, 'reads', 'reads', true);
    insert into roles (id, name) overriding system value values (20, 'full'), (21, 'reads');
    insert into engineer_roles values (20, 20), (21, 21);
    insert into queue_grants (role_id, queue_id, read, write, append) values (20, 1, true, true, true), (21, 1, true, false, false);
    insert into group_grants (role_id, customer_group_id, read) values (20, 1, true), (21, 1, true);
    insert into accounts (contact_id, login, login_normal, profile_id) values
      (1, 'grace', 'grace', 20), (3, 'gil', 'gil', 20), (4, 'zoe', 'zoe', 20), (5, 'gwen', 'gwen', 21);
    insert into ticket_fields (id, queue_id, key, type, labels, exposure) overriding system value values
      (1, 1, 'serial', 'text', '{"en": "Serial"}', 'full'), (2, 1, 'cause', 'text', '{"en": "Cause"}', 'read')`)
})

const contact = async (id: number): Promise<ContactViewer> => {
  const [row] = await owner<{ rights: unknown }[]>`select viewer_rights('contact', ${id}) as rights`
  const viewer = viewerShape.parse(row?.rights)
  if (viewer.kind !== 'contact') throw new Error(`${id} is no contact`)
  return viewer
}
const [GRACE, GIL, ZOE, GWEN] = [1, 3, 4, 5]
const sees = async (who: number, number: number) =>
  customerTicket(await contact(who), number, { locale: 'en' }).then(
    () => true,
    ({ code }) => (code === 'not_found' ? false : code),
  )
const forbidden = { code: 'forbidden' }
const unknown = { code: 'not_found' }

describe('a colleague', () => {
  it('added by the main customer takes part, until removed', async () => {
    const number = await ticket()
    expect(await sees(GIL, number)).toBe(false)
    await addParticipant(await contact(GRACE), { number, contact: GIL })
    expect(await sees(GIL, number)).toBe(true)
    expect((await ticketPeople(await contact(GRACE), number, '')).participants).toEqual([{ id: GIL, name: 'Gil' }])
    await removeParticipant(await contact(GRACE), { number, contact: GIL })
    expect(await sees(GIL, number)).toBe(false)
  })

  it('with whom the ticket is shared sees it until the end, and may do no more than was said', async () => {
    const number = await ticket()
    const until = new Date(Date.now() + 86_400_000)
    await shareTicket(await contact(GRACE), { number, contact: GIL, readOnly: true, until })
    const { mayComment, readOnly } = await customerTicket(await contact(GIL), number, { locale: 'en' })
    expect({ mayComment, readOnly }).toEqual({ mayComment: false, readOnly: true })
    const [share] = (await ticketPeople(await contact(GRACE), number, '')).shares
    expect(share).toMatchObject({ name: 'Gil', readOnly: true, until, own: true })
    await endShare(await contact(GRACE), { number, share: Number(share?.share) })
    expect(await sees(GIL, number)).toBe(false)
  })

  it('may be shared with again, on other terms', async () => {
    const number = await ticket()
    const share = { number, contact: GIL, readOnly: true, until: null }
    await shareTicket(await contact(GRACE), share)
    await shareTicket(await contact(GRACE), { ...share, readOnly: false })
    expect((await customerTicket(await contact(GIL), number, { locale: 'en' })).mayComment).toBe(true)
  })

  it('who left the company still loses the ticket when the sharer ends it', async () => {
    const number = await ticket()
    await shareTicket(await contact(GRACE), { number, contact: GIL, readOnly: false, until: null })
    const [share] = (await ticketPeople(await contact(GRACE), number, '')).shares
    await owner`update contacts set company_id = 2 where id = ${GIL}`
    await endShare(await contact(GRACE), { number, share: Number(share?.share) })
    expect(await sees(GIL, number)).toBe(false)
    await owner`update contacts set company_id = 1 where id = ${GIL}`
  })

  it('is written of in the history for the desk, and in the audit log', async () => {
    const number = await ticket()
    await addParticipant(await contact(GRACE), { number, contact: GIL })
    await shareTicket(await contact(GRACE), { number, contact: GWEN, readOnly: true, until: null })
    const changes = await owner`select e.change, e.author_name from entries e join tickets t on t.id = e.ticket_id
      where t.number = ${number} order by e.id`
    expect(changes).toMatchObject([
      { change: { what: 'participant', after: 'Gil' }, author_name: 'Grace' },
      { change: { what: 'share', after: 'Gwen' }, author_name: 'Grace' },
    ])
    const audit = await owner`select action, actor_kind from audit where subject_id = ${String(number)} order by id`
    expect(audit.map(({ action }) => action)).toEqual(['participant.added', 'share.given'])
  })
})

describe('is refused', () => {
  it('somebody of another company, and to whoever is not the main customer', async () => {
    const number = await ticket()
    await expect(addParticipant(await contact(GRACE), { number, contact: ZOE })).rejects.toMatchObject(forbidden)
    await expect(
      shareTicket(await contact(GRACE), { number, contact: ZOE, readOnly: true, until: null }),
    ).rejects.toMatchObject(forbidden)
    await addParticipant(await contact(GRACE), { number, contact: GIL })
    await expect(addParticipant(await contact(GIL), { number, contact: GWEN })).rejects.toMatchObject(forbidden)
    await expect(ticketPeople(await contact(GIL), number, '')).rejects.toMatchObject(unknown)
  })

  it('everything on a ticket that one does not see, as if it did not exist', async () => {
    const number = await ticket()
    await expect(addParticipant(await contact(ZOE), { number, contact: GRACE })).rejects.toMatchObject(unknown)
    await expect(ticketPeople(await contact(ZOE), number, '')).rejects.toMatchObject(unknown)
    await expect(customerEditForm(await contact(ZOE), number, 'en')).rejects.toMatchObject(unknown)
  })

  it('an end that is past, and to end what another gave', async () => {
    const number = await ticket()
    const share = { number, contact: GIL, readOnly: false }
    await expect(shareTicket(await contact(GRACE), { ...share, until: new Date(0) })).rejects.toMatchObject({
      fields: { until: 'untilPast' },
    })
    await shareTicket(await contact(GRACE), { ...share, until: null })
    const [given] = (await ticketPeople(await contact(GRACE), number, '')).shares
    await expect(endShare(await contact(GIL), { number, share: Number(given?.share) })).rejects.toMatchObject(forbidden)
    await expect(endShare(await contact(ZOE), { number, share: Number(given?.share) })).rejects.toMatchObject(unknown)
  })
})

describe('the details of a ticket', () => {
  const form = async (number: number, who = GRACE) => customerEditForm(await contact(who), number, 'en')

  it('are changed where the field is for customers, and only there', async () => {
    const number = await ticket()
    const { fields, version } = await form(number)
    expect(fields.map(({ key }) => key)).toEqual(['serial'])
    await editTicket(await contact(GRACE), { number, version, subject: 'No', fields: { serial: 'HF-1', cause: 'Me' } })
    const { subject, fields: shown, history } = await customerTicket(await contact(GRACE), number, { locale: 'en' })
    expect(subject).toBe('Pump')
    expect(shown.map(({ key, value }) => [key, value])).toEqual([['serial', 'HF-1']])
    expect(history.entries.map(({ change }) => change)).toEqual([{ what: 'field', before: null, after: 'HF-1' }])
  })

  it('are not overwritten where somebody was faster', async () => {
    const number = await ticket()
    const { version } = await form(number)
    const edit = async (serial: string) =>
      editTicket(await contact(GRACE), { number, version, subject: undefined, fields: { serial } })
    await edit('first')
    await expect(edit('second')).rejects.toMatchObject({ code: 'conflict' })
  })

  it('stay as they are without write', async () => {
    const number = await ticket({ contact: GWEN })
    await expect(form(number, GWEN)).rejects.toMatchObject(forbidden)
    await expect(
      editTicket(await contact(GWEN), { number, version: '', subject: undefined, fields: {} }),
    ).rejects.toMatchObject(forbidden)
  })
})
