import type { z } from 'zod'
import { address, type Definition, method, server, whole } from './definition.ts'

const DAY = 24 * 60

/** Every setting with its type, bounds and default, in the order of its page. The table `settings` holds only what differs. */
export const SETTINGS = {
  'contact.authentication.method': method('signIn'),
  'engineer.authentication.method': method('signIn'),
  'password.min_length': whole('passwords', 'characters', 12, [8, 64]),
  'password.reset_minutes': whole('passwords', 'minutes', 30, [5, DAY]),
  'invitation.hours': whole('passwords', 'hours', 72, [1, 30 * 24]),
  'session.idle_minutes': whole('sessions', 'minutes', 120, [1, 7 * DAY]),
  'session.absolute_minutes': whole('sessions', 'minutes', 12 * 60, [1, 30 * DAY]),
  'attachment.max_megabytes': whole('files', 'megabytes', 25, [1, 2048]),
  'attachment.max_files': whole('files', 'files', 40, [1, 200]),
  'mail.from': address('mail'),
  'mail.reply_to': address('mail'),
  'mail_in.address': address('mail'),
  'mail_in.reply_days': whole('mail', 'days', 90, [1, 730]),
  'mail_in.poll_seconds': whole('mail', 'seconds', 60, [10, 3600]),
  'mail_in.max_megabytes': whole('mail', 'megabytes', 35, [1, 100]),
  'mail_in.authserv_id': server('mail'),
  'mail.hourly_limit': whole('mail', 'mails', 60, [1, 1000]),
} as const satisfies Record<string, Definition>

export type SettingKey = keyof typeof SETTINGS
export type SettingValue<K extends SettingKey> = z.output<(typeof SETTINGS)[K]['shape']>

export function isSettingKey(key: unknown): key is SettingKey {
  return typeof key === 'string' && Object.hasOwn(SETTINGS, key)
}

/** The value in force for what is stored; what is not within bounds counts as not set. */
export function valueInForce<K extends SettingKey>(key: K, stored: unknown): SettingValue<K> {
  const { shape } = SETTINGS[key]
  const parsed = shape.safeParse(stored)
  return (parsed.success ? parsed.data : shape.parse(undefined)) as SettingValue<K>
}
