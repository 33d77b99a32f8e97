import { expect, test } from 'vitest'
import { adminWorld } from '#lib/engineers/commands/admin-world.ts'
import { changeSetting, resetSetting } from './commands.ts'
import { settingStates, settings } from './queries.ts'
import { isSettingKey, SETTINGS } from './settings.ts'

const world = adminWorld()
const keys = Object.keys(SETTINGS).filter(isSettingKey)

test('a setting has its default, then what an administrator typed, then its default again', async () => {
  const ada = await world.ada()
  const now = async () => (await settings('attachment.max_files'))['attachment.max_files']
  expect(await now()).toBe(40)
  await changeSetting(ada, 'attachment.max_files', ' 7 ')
  expect(await now()).toBe(7)
  expect(await world.told()).toMatchObject({ action: 'setting.changed', before: 40, after: 7 })
  const state = (await settingStates(ada)).find(({ key }) => key === 'attachment.max_files')
  expect(state).toMatchObject({ value: 7, initial: 40, changed: { by: 'Ada' } })
  await resetSetting(ada, 'attachment.max_files')
  expect(await now()).toBe(40)
  expect(await world.told()).toMatchObject({ action: 'setting.changed', before: 7, after: 40 })
})

test.each([
  ['password.min_length', '7', 'bounds'],
  ['password.min_length', '65', 'bounds'],
  ['password.min_length', '12.5', 'bounds'],
  ['session.idle_minutes', '', 'bounds'],
  ['session.idle_minutes', '-5', 'bounds'],
  ['mail.from', 'nobody', 'email'],
  ['mail.from', 'a@b.example\r\nBcc: c@d.example', 'email'],
  ['contact.authentication.method', 'RADIUS', 'method'],
] as const)('%s refuses "%s"', async (key, typed, problem) => {
  await expect(changeSetting(await world.ada(), key, typed)).rejects.toMatchObject({ fields: { value: problem } })
})

test.each(keys)('%s has a default within its own bounds', (key) => {
  const { shape } = SETTINGS[key]
  expect(shape.safeParse(shape.parse(undefined)).success).toBe(true)
})

test('what is stored out of bounds counts as not set', async () => {
  await world.asOwner(
    `insert into settings (key, value) values ('session.idle_minutes', '0'), ('mail.reply_to', '"nobody"')`,
  )
  expect(await settings('session.idle_minutes', 'mail.reply_to')).toEqual({
    'session.idle_minutes': 120,
    'mail.reply_to': '',
  })
})

test('who does not administer changes no setting', async () => {
  await expect(changeSetting(await world.ben(), 'attachment.max_files', '7')).rejects.toMatchObject({
    code: 'forbidden',
  })
})
