import { existsSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { type EngineerViewer, signedInShape } from '#lib/access/viewer.ts'
import { fileAt } from '#lib/attachments/store.ts'
import { CONTACT, mailWorld } from '#lib/mail/queries/testing.ts'
import { mailsThatCameIn, mailThatCameIn } from '../queries/list.ts'
import { acceptMail, discardMail } from './accept.ts'
import { receiveMail } from './receive.ts'

const world = mailWorld()
const engineer = async (id: number): Promise<EngineerViewer> => {
  const [row] = await world.owner`select viewer_rights('engineer', ${id}) as rights`
  const viewer = signedInShape.parse(row?.rights)
  if (viewer.kind !== 'engineer') throw new Error('no engineer')
  return viewer
}
/** Anna, with administration; Boss administers and sees no ticket. */
const [anna, boss] = [() => engineer(1), () => engineer(3)]

beforeEach(async () => {
  await world.owner.unsafe(`
    delete from mails_in; delete from entries where id > 100; delete from audit; delete from outbox;
    update roles set administer = true where id = 1; update tickets set status_id = 1; update accounts set disabled = false;
    update queue_grants set append = true, write = true; delete from settings`)
})

let mails = 0
/** A mail from Grace's own address that waits, for it went to no reply address. */
async function held(
  body = 'The number is 4711.\r\n\r\nOn 22/11/2026 ACME wrote:\r\n> Which?',
  head = '',
): Promise<number> {
  mails += 1
  const raw = `From: Grace <grace@acme.example>\r\nTo: x@desk.example\r\nSubject: Pump\r\nMessage-ID: <${mails}@a>\r\n${head}\r\n${body}\r\n`
  await receiveMail(
    'pipe',
    (async function* () {
      yield Buffer.from(raw)
    })(),
  )
  const [row] = await world.owner<{ id: string }[]>`select max(id) as id from mails_in`
  return Number(row?.id)
}
const comment = (mail: number, more: object = {}) => ({
  mail,
  ticket: 100001,
  as: 'comment' as const,
  contact: CONTACT.grace as number,
  ...more,
})
const note = (mail: number) => ({ mail, ticket: 100001, as: 'note' as const, contact: undefined })
const written = () => world.owner`
  select e.kind, e.body, e.author_contact_id::int as contact, e.author_engineer_id::int as engineer, c.customer_visible as visible,
    (select count(*)::int from attachments a where a.entry_id = e.id) as files, o.body is not null as folded
  from entries e join text_classes c on c.id = e.text_class_id left join entry_originals o on o.entry_id = e.id where e.id > 100 order by e.id`
const stateOf = async (id: number) => {
  const [row] = await world.owner`select state, file_id, handled_by_id::int as by, note from mails_in where id = ${id}`
  return row
}
const audited = async () =>
  (await world.owner`select action, actor_id::int as by from audit order by id`).map((row) => ({ ...row }))

describe('a mail that is held', () => {
  it('is shown with what it says and who could have written it', async () => {
    const id = await held()
    expect(await mailsThatCameIn(await anna(), { view: 'held' })).toMatchObject([
      { id, reason: 'noToken', subject: 'Pump' },
    ])
    const mail = await mailThatCameIn(await anna(), id)
    expect(mail.content?.words).toBe('The number is 4711.')
    expect(mail.content?.whole).toContain('> Which?')
    expect(mail.writers).toEqual([{ id: CONTACT.grace, name: 'Grace' }])
    expect((await mailThatCameIn(await boss(), id)).writers).toEqual([])
  })
  it('becomes a comment of the contact, with its files, and is told and audited', async () => {
    const file = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n'
    const id = await held('--b\r\n\r\nText\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n--b--', file)
    expect(await acceptMail(await anna(), comment(id))).toBe(100001)
    expect([...(await written())]).toEqual([
      { kind: 'mail_in', body: 'Text', contact: CONTACT.grace, engineer: null, visible: true, files: 1, folded: false },
    ])
    expect(await stateOf(id)).toEqual({ state: 'taken', file_id: null, by: 1, note: null })
    expect(await audited()).toEqual([{ action: 'mail_in.accepted', by: 1 }])
    const told =
      await world.owner`select contact_id::int as contact from outbox where contact_id is not null order by 1`
    expect(told.map(({ contact }) => contact)).toEqual([CONTACT.ravi, CONTACT.mute])
  })
  it('becomes an internal note in the engineer’s own name, which no customer sees and no customer is told of', async () => {
    const id = await held()
    await acceptMail(await anna(), note(id))
    expect([...(await written())]).toMatchObject([{ engineer: 1, contact: null, visible: false, folded: true }])
    expect((await written())[0]?.body).toBe('Grace <grace@acme.example>\n\nThe number is 4711.')
    expect(await stateOf(id)).toMatchObject({ state: 'noted' })
    expect(await world.owner`select from outbox where contact_id is not null`).toHaveLength(0)
  })
  it('leaves out files beyond the limits', async () => {
    await world.owner`insert into settings (key, value) values ('attachment.max_megabytes', '1')`
    const file = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n'
    const large = `--b\r\nContent-Type: application/pdf; name=large.pdf\r\n\r\n${'x'.repeat(1024 * 1024 + 1)}\r\n`
    const id = await held(
      `--b\r\n\r\nText\r\n${large}--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nx\r\n--b--`,
      file,
    )
    expect((await mailThatCameIn(await anna(), id)).files.map(({ name, fits }) => [name, fits])).toEqual([
      ['large.pdf', false],
      ['a.pdf', true],
    ])
    await acceptMail(await anna(), comment(id))
    expect([...(await written())]).toMatchObject([{ files: 1 }])
  })
  it('is handled once, by one of two at the same time', async () => {
    const id = await held()
    const viewer = await anna()
    const outcomes = await Promise.allSettled([
      acceptMail(viewer, comment(id)),
      acceptMail(viewer, note(id)),
      acceptMail(viewer, comment(id)),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await written()).toHaveLength(1)
    await expect(discardMail(viewer, { mail: id, note: 'x' })).rejects.toMatchObject({ detail: { reason: 'handled' } })
  })
  it('can be thrown away with a reason; then it is gone from the disk, and the reason stays', async () => {
    const id = await held()
    const [row] = await world.owner`select storage_key as key from mails_in where id = ${id}`
    await discardMail(await boss(), { mail: id, note: 'Advertising' })
    expect(existsSync(fileAt(String(row?.key)))).toBe(false)
    expect(await stateOf(id)).toEqual({ state: 'discarded', file_id: null, by: 3, note: 'Advertising' })
    expect(await audited()).toEqual([{ action: 'mail_in.discarded', by: 3 }])
  })
})

describe('it is refused, and still waits, where', () => {
  it.each([
    ['the ticket is unknown', boss, comment, { fields: { ticket: 'unknown' } }, ''],
    ['the engineer may not write in the ticket', anna, comment, { fields: { ticket: 'ticketForbidden' } }, CLOSED(1)],
    ['the same for a note', anna, note, { fields: { ticket: 'ticketForbidden' } }, CLOSED(1)],
    ['the contact may not write in the ticket', anna, comment, { fields: { contact: 'contactForbidden' } }, CLOSED(2)],
    [
      'the contact is of another company',
      anna,
      (mail: number) => comment(mail, { contact: CONTACT.olga }),
      { fields: { contact: 'unknown' } },
      '',
    ],
    [
      'the contact is shut out',
      anna,
      comment,
      { fields: { contact: 'contactRefused' } },
      'update accounts set disabled = true where contact_id = 1',
    ],
    [
      'the ticket is closed',
      anna,
      comment,
      { fields: { ticket: 'ticketForbidden' } },
      'update tickets set status_id = 2',
    ],
    [
      'the engineer does not administer',
      anna,
      comment,
      { code: 'forbidden' },
      'update roles set administer = false where id = 1',
    ],
  ])('%s', async (_, who, input, refusal, before) => {
    const id = await held()
    if (before) await world.owner.unsafe(before)
    await expect(acceptMail(await who(), input(id))).rejects.toMatchObject(refusal)
    expect(await written()).toHaveLength(0)
    expect(await stateOf(id)).toMatchObject({ state: 'held', by: null })
    const [kept] = await world.owner`select storage_key as key from mails_in where id = ${id}`
    expect(existsSync(fileAt(String(kept?.key)))).toBe(true)
  })
  it('it belongs to a ticket that the engineer does not see: then its text is not shown either', async () => {
    const id = await held()
    await world.owner`update mails_in set ticket_id = 1, contact_id = 1 where id = ${id}`
    expect(await mailThatCameIn(await boss(), id)).toMatchObject({ content: null, ticket: null, contact: null })
    expect((await mailThatCameIn(await anna(), id)).content).not.toBeNull()
  })
})

function CLOSED(role: number) {
  return `update queue_grants set append = false, write = false where role_id = ${role}`
}
