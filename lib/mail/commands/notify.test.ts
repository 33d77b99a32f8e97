import { describe, expect, it } from 'vitest'
import { signedInShape } from '#lib/access/viewer.ts'
import { inviteContact } from '#lib/accounts/commands.ts'
import { startSession } from '#lib/auth/sessions.ts'
import { executeActivity } from '#lib/tickets/commands/activity.ts'
import { answerTicket, commentOnTicket } from '#lib/tickets/commands/comment.ts'
import { CONTACT, mailWorld } from '../queries/testing.ts'
import { chooseMails } from './choose.ts'

const world = mailWorld()
const WISHES = { wanted: [], rhythm: 'at-once', hour: 8, quiet: null, timeZone: 'Europe/Berlin' } as const
const viewer = async (kind: 'contact' | 'engineer', id: number) => {
  const [row] = await world.owner`select viewer_rights(${kind}, ${id}) as rights`
  return signedInShape.parse(row?.rights)
}
const anna = async () => {
  const engineer = await viewer('engineer', 1)
  if (engineer.kind !== 'engineer') throw new Error('no engineer')
  return engineer
}
const contact = async (id: number) => {
  const person = await viewer('contact', id)
  if (person.kind !== 'contact') throw new Error('no contact')
  return person
}
const answer = async (textClass: string, body = 'Hello') =>
  answerTicket(await anna(), { key: crypto.randomUUID(), number: 100001, textClass, body })

/** The mails that have been queued since the last call. */
async function queued() {
  const rows = await world.owner<{ template: string; contact: number }[]>`
    with gone as (delete from outbox returning template, contact_id::int as contact) select * from gone order by contact`
  return rows.map(({ template, contact: to }) => `${template} ${to}`)
}

describe('who is told', () => {
  it('of an answer that customers may read: main customer and participants', async () => {
    await queued()
    await answer('answer')
    expect(await queued()).toEqual(['ticket-answered 1', 'ticket-answered 2', 'ticket-answered 4'])
  })
  it('of an internal note: nobody', async () => {
    await answer('note')
    expect(await queued()).toEqual([])
  })
  it('of a customer’s comment: the others, never its author', async () => {
    await commentOnTicket(await contact(CONTACT.grace), { key: crypto.randomUUID(), number: 100001, body: 'Thanks' })
    expect(await queued()).toEqual(['ticket-answered 2', 'ticket-answered 4'])
  })
  it('nobody of a kind of mail that it does not want', async () => {
    await chooseMails(await contact(CONTACT.ravi), { ...WISHES, wanted: ['status'] })
    await answer('answer')
    expect(await queued()).toEqual(['ticket-answered 1', 'ticket-answered 4'])
  })
  it('of a new status, also where the step’s own entry is internal', async () => {
    await executeActivity(await anna(), { key: crypto.randomUUID(), number: 100001, activity: 'close', body: '' })
    expect(await queued()).toEqual(['ticket-status 1', 'ticket-status 2', 'ticket-status 4'])
    await world.owner`update tickets set status_id = 1`
  })
  it('nobody of what was rolled back', async () => {
    await expect(answer('no such class')).rejects.toThrow()
    expect(await queued()).toEqual([])
  })
  it('of a sign-in from another device, not of the first one nor of a newer version', async () => {
    const from = (device: string) =>
      startSession({ kind: 'contact', owner: CONTACT.grace, device, address: '192.0.2.1' })
    await from('Firefox/140 Windows')
    expect(await queued()).toEqual([])
    await from('Firefox/141 Windows')
    expect(await queued()).toEqual([])
    await from('Safari/18 Mac OS X')
    expect(await queued()).toEqual(['new-sign-in 1'])
  })
})

describe('an invitation', () => {
  it('is queued for a contact with account, profile and address', async () => {
    await inviteContact(await anna(), CONTACT.grace)
    expect(await queued()).toEqual(['portal-invitation 1'])
  })
  it.each([
    ['without an address', CONTACT.mute, 'select 1', 'noEmail'],
    ['without a profile', CONTACT.grace, 'update accounts set profile_id = null where contact_id = 1', 'noProfile'],
    [
      'whose account is disabled',
      CONTACT.ravi,
      'update accounts set disabled = true where contact_id = 2',
      'accountDisabled',
    ],
  ])('is refused in words for a contact %s', async (_, id, change, reason) => {
    await world.owner.unsafe(change)
    await expect(inviteContact(await anna(), id)).rejects.toMatchObject({ code: 'conflict', detail: { reason } })
    expect(await queued()).toEqual([])
  })
  it('needs modify accounts, and a contact that the engineer sees', async () => {
    await world.owner`update group_grants set modify_accounts = false where role_id = 1`
    await expect(inviteContact(await anna(), CONTACT.grace)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(inviteContact(await anna(), CONTACT.olga)).rejects.toMatchObject({ code: 'not_found' })
  })
})
