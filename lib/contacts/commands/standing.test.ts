import { expect, test } from 'vitest'
import { movePreview } from '../queries/move.ts'
import { customerWorld } from './customer-world.ts'
import { moveContact } from './move.ts'
import { addNote, removeNote } from './notes.ts'
import { deactivateContact, deleteContact, reactivateContact } from './standing.ts'

const world = customerWorld()
const companyOfTicket = async () => {
  const [row] = await world.asOwner<{ company_id: string | null }[]>('select company_id from tickets where id = 1')
  return row?.company_id
}

test('deactivating ends every session at once, and reactivating revives none', async () => {
  await world.signIn(1)
  await deactivateContact(await world.wim(), 1)
  expect(await world.sessions(1)).toBe(0)
  expect(await world.contact(1)).toBeNull()
  await reactivateContact(await world.wim(), 1)
  expect(await world.contact(1)).not.toBeNull()
  expect(await world.sessions(1)).toBe(0)
  expect(await world.told()).toMatchObject({ action: 'contact.reactivated', before: { active: false } })
})

test('a move takes the tickets along at once, after saying who loses and who gains sight of them (V4)', async () => {
  const preview = await movePreview(await world.wim(), 1, { to: 2, locale: 'en' })
  expect(preview).toMatchObject({ count: { count: 1, more: false }, losing: { count: 0 }, gaining: { count: 0 } })
  expect(preview.newest.map(({ number }) => number)).toEqual([1001])
  expect(await companyOfTicket()).toBe('1')
  await moveContact(await world.wim(), { id: 1, company: 2, from: 1 })
  expect(await companyOfTicket()).toBe('2')
  expect(await world.told()).toMatchObject({
    action: 'contact.moved',
    before: { company: 'ACME Pumps Ltd.' },
    after: { company: 'Beta Bikes' },
  })
})

test('the people who see the tickets of their company are counted, but not the one who moves', async () => {
  await world.asOwner(`insert into accounts (contact_id, login, login_normal, profile_id) values (3, 'hal', 'hal', 5)`)
  expect(await movePreview(await world.wim(), 1, { to: null, locale: 'en' })).toMatchObject({ losing: { count: 1 } })
})

test('a move is refused into another group, from a company that is no longer so, and without write', async () => {
  await expect(moveContact(await world.kim(), { id: 1, company: 3, from: 2 })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(moveContact(await world.kim(), { id: 1, company: 4, from: 2 })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(moveContact(await world.wim(), { id: 1, company: 1, from: 1 })).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(moveContact(await world.rea(), { id: 1, company: 1, from: 2 })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await companyOfTicket()).toBe('2')
})

test('a contact is deleted only with delete, and only where nothing hangs on it', async () => {
  await expect(deleteContact(await world.wim(), 1)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(deleteContact(await world.kim(), 1)).rejects.toMatchObject({ detail: { reason: 'contactInUse' } })
  await expect(deleteContact(await world.kim(), 2)).rejects.toMatchObject({ code: 'not_found' })
  await deleteContact(await world.kim(), 4)
  expect(await world.asOwner('select from contacts where id = 4')).toHaveLength(0)
  expect(await world.told()).toMatchObject({ action: 'contact.deleted', subject_id: '4' })
})

test('a note is kept and removed by those who write, and the log does not quote it', async () => {
  const note = { about: 'contact', id: 1, body: 'Prefers to be called' } as const
  await expect(addNote(await world.rea(), note)).rejects.toMatchObject({ code: 'forbidden' })
  await addNote(await world.wim(), note)
  expect(JSON.stringify(await world.told())).not.toContain('Prefers')
  const [row] = await world.asOwner<{ id: string }[]>('select id from customer_notes')
  await expect(removeNote(await world.wim(), Number(row?.id), { about: 'contact', id: 3 })).rejects.toMatchObject({
    code: 'not_found',
  })
  await removeNote(await world.wim(), Number(row?.id), note)
  expect(await world.asOwner('select from customer_notes')).toHaveLength(0)
})
