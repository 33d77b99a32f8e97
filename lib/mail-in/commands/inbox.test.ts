import { beforeEach, expect, it } from 'vitest'
import { hasDovecot, startDovecot } from '#bin/test/dovecot.ts'
import { type EngineerViewer, signedInShape } from '#lib/access/viewer.ts'
import { unseal } from '#lib/auth/seal.ts'
import { mailWorld } from '#lib/mail/queries/testing.ts'
import { type InboxInput, inboxInput } from '../input.ts'
import { inboxState } from '../queries/inbox.ts'
import { removeInbox, saveInbox, tryInbox } from './inbox.ts'
import { PASSWORD } from './poll.ts'

const world = mailWorld()
const engineer = async (id: number): Promise<EngineerViewer> => {
  const [row] = await world.owner`select viewer_rights('engineer', ${id}) as rights`
  const viewer = signedInShape.parse(row?.rights)
  if (viewer.kind !== 'engineer') throw new Error('no engineer')
  return viewer
}
const given = (more: Partial<InboxInput> = {}): InboxInput => ({
  ...{ active: 'on', host: 'imap.example.com', port: 993, security: 'tls', login: 'support', password: 'secret' },
  ...{ folder: 'INBOX', doneFolder: 'Done', version: '' },
  ...more,
})
const kept = async () => {
  const [row] = await world.owner<{ sealed_password: string }[]>`select sealed_password from mail_inbox`
  return row?.sealed_password ?? ''
}
const version = async () => (await inboxState(await engineer(3)))?.version ?? ''

beforeEach(async () => {
  await world.owner.unsafe('delete from mail_inbox; delete from audit')
})

it('keeps the password sealed, tells nobody of it, and keeps it where none is typed', async () => {
  const boss = await engineer(3)
  await saveInbox(boss, given())
  const sealed = await kept()
  expect(sealed).not.toContain('secret')
  expect(unseal(PASSWORD, sealed)).toBe('secret')
  expect(JSON.stringify(await inboxState(boss))).not.toContain(sealed)
  await saveInbox(boss, given({ password: '', folder: 'Replies', version: await version() }))
  expect(await kept()).toBe(sealed)
  expect(await inboxState(boss)).toMatchObject({ folder: 'Replies', active: true })
  const [audit] = await world.owner`select string_agg(before::text || after::text, ' ') as told from audit`
  expect(audit?.told).not.toMatch(/secret/)
  expect(audit?.told).not.toContain(sealed)
})

it.each([{ host: 'imap.evil.example' }, { login: 'other' }, { security: 'none' as const }])(
  'asks for the password anew where it would go elsewhere: %j',
  async (other) => {
    const boss = await engineer(3)
    await saveInbox(boss, given())
    const again = given({ password: '', ...other, version: await version() })
    await expect(saveInbox(boss, again)).rejects.toMatchObject({ fields: { password: 'missing' } })
  },
)

it('is refused to who does not administer, and where somebody changed it meanwhile', async () => {
  await expect(saveInbox(await engineer(1), given())).rejects.toMatchObject({ code: 'forbidden' })
  const boss = await engineer(3)
  await saveInbox(boss, given())
  expect(await inboxState(await engineer(1))).toBeNull()
  await expect(removeInbox(await engineer(1))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(tryInbox(await engineer(1))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(saveInbox(boss, given({ version: 'older' }))).rejects.toMatchObject({ code: 'conflict' })
})

it.each([
  [{ host: 'no host' }, 'host'],
  [{ port: '70000' }, 'port'],
  [{ doneFolder: 'inbox' }, 'sameFolder'],
])('%j is no mailbox', (wrong, problem) => {
  const form = { ...given(), port: '993', ...wrong }
  expect(inboxInput.safeParse(form).error?.issues[0]?.message).toBe(problem)
})

it.skipIf(!hasDovecot)('is tried on a real IMAP server (dovecot-imapd), without taking anything', async () => {
  const boss = await engineer(3)
  const server = await startDovecot()
  try {
    server.deliver('Subject: x\r\n\r\ntext\r\n')
    const here = { host: '127.0.0.1', port: server.port, security: 'none' as const }
    await saveInbox(boss, given(here))
    expect(await tryInbox(boss)).toEqual({ waiting: 1 })
    expect(server.waiting()).toBe(1)
    await saveInbox(boss, given({ ...here, password: 'wrong', version: await version() }))
    expect(await tryInbox(boss)).toMatchObject({ problem: 'signIn' })
  } finally {
    await server.stop()
  }
  await removeInbox(boss)
  await expect(tryInbox(boss)).rejects.toMatchObject({ code: 'not_found' })
})
