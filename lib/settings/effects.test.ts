import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { type ContactViewer, viewerShape } from '#lib/access/viewer.ts'
import { changeOwnPassword } from '#lib/accounts/commands.ts'
import { fileLimits } from '#lib/attachments/limits.ts'
import { removeStored, store } from '#lib/attachments/store.ts'
import { hashPassword } from '#lib/auth/passwords.ts'
import { startSession } from '#lib/auth/sessions.ts'
import { attachToDraft } from '#lib/drafts/commands.ts'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import { changeSetting, resetSetting } from './commands.ts'

const world = adminWorld()
const PASSWORD = 'seven words of a song'

async function grace(): Promise<ContactViewer> {
  const [row] = await world.asOwner<{ rights: unknown }[]>(`select viewer_rights('contact', 1) as rights`)
  const viewer = viewerShape.parse(row?.rights)
  if (viewer.kind !== 'contact') throw new Error('Grace is a contact')
  return viewer
}

test('the length of new passwords is asked of the next one', async () => {
  await world.asOwner('update accounts set password_hash = $1 where contact_id = 1', [await hashPassword(PASSWORD)])
  const change = async (password: string) =>
    changeOwnPassword(await grace(), { current: PASSWORD, password, repeat: password })
  await changeSetting(await world.ada(), 'password.min_length', '30')
  await expect(change('lantern under water')).rejects.toMatchObject({ fields: { password: 'too_short' } })
  await resetSetting(await world.ada(), 'password.min_length')
  await change('lantern under water')
})

test('where a directory keeps the passwords nobody changes one here', async () => {
  await changeSetting(await world.ada(), 'contact.authentication.method', 'LDAP')
  const again = { current: 'x', password: 'lantern above water', repeat: 'lantern above water' }
  await expect(changeOwnPassword(await grace(), again)).rejects.toMatchObject({ code: 'conflict' })
  await resetSetting(await world.ada(), 'contact.authentication.method')
  await expect(changeOwnPassword(await grace(), again)).rejects.toMatchObject({ fields: { current: 'wrong' } })
})

test('both limits hold for the sessions that begin from then on', async () => {
  await changeSetting(await world.ada(), 'session.idle_minutes', '7')
  await changeSetting(await world.ada(), 'session.absolute_minutes', '90')
  await startSession({ kind: 'contact', owner: 1, device: '', address: '' })
  const [session] = await world.asOwner<{ idle_minutes: string; lasts: number }[]>(
    `select idle_minutes, round(extract(epoch from expires_at - started_at) / 60)::int as lasts from sessions`,
  )
  expect({ idle: Number(session?.idle_minutes), lasts: session?.lasts }).toEqual({ idle: 7, lasts: 90 })
})

test('a file may be as large as the setting says, and no larger', async () => {
  await changeSetting(await world.ada(), 'attachment.max_megabytes', '1')
  const { bytes } = await fileLimits()
  const file = (size: number) => store(Readable.from([Buffer.alloc(size)]), bytes)
  const kept = await file(1024 * 1024)
  await removeStored(kept.storageKey)
  await expect(file(1024 * 1024 + 1)).rejects.toMatchObject({ code: 'too_large' })
  await resetSetting(await world.ada(), 'attachment.max_megabytes')
  expect(await fileLimits()).toMatchObject({ bytes: 25 * 1024 * 1024 })
})

test('no more files hang on a text than the setting says', async () => {
  await changeSetting(await world.ada(), 'attachment.max_files', '1')
  const file = (name: string) => ({
    id: randomUUID(),
    name,
    contentType: 'text/plain',
    bytes: 1,
    sha256: '0',
    storageKey: name,
  })
  const viewer = await grace()
  await attachToDraft(viewer, 'create:support', [file('one')])
  await expect(attachToDraft(viewer, 'create:support', [file('two')])).rejects.toMatchObject({
    code: 'too_many',
    detail: { limit: 1 },
  })
})
