import { z } from 'zod'

const minutes = (initial: number, max: number) => z.number().int().min(1).max(max).default(initial)

/** Every setting with its type, bounds and default. The table `settings` holds only what differs. */
export const SETTINGS = {
  'password.min_length': z.number().int().min(8).max(64).default(12),
  'session.idle_minutes': minutes(120, 7 * 24 * 60),
  'session.absolute_minutes': minutes(12 * 60, 30 * 24 * 60),
  'attachment.max_megabytes': z.number().int().min(1).max(2048).default(25),
  'attachment.max_files': z.number().int().min(1).max(200).default(40),
} as const

export type SettingKey = keyof typeof SETTINGS
export type SettingValue<K extends SettingKey> = z.output<(typeof SETTINGS)[K]>
