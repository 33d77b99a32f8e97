import { z } from 'zod'
import { METHODS, methodShape } from '../auth/method.ts'

export const SETTING_GROUPS = ['signIn', 'passwords', 'sessions', 'files', 'mail', 'tickets'] as const
export type SettingGroup = (typeof SETTING_GROUPS)[number]
export type Unit = 'characters' | 'seconds' | 'minutes' | 'hours' | 'days' | 'megabytes' | 'files' | 'mails'

// Each has `shape`, the value as it is stored, with its default, and `typed`, the same from what somebody typed.

export function whole(group: SettingGroup, unit: Unit, initial: number, [min, max]: [number, number]) {
  const value = z.number('bounds').int('bounds').min(min, 'bounds').max(max, 'bounds')
  const typed = z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, 'bounds')
    .transform(Number)
    .pipe(value)
  return { kind: 'whole', group, unit, min, max, shape: value.default(initial), typed } as const
}

/** How one signs in; the default is the database's password. */
export function method(group: SettingGroup) {
  return {
    kind: 'choice',
    group,
    options: METHODS,
    shape: methodShape.default('DATABASE'),
    typed: methodShape,
  } as const
}

/** An address for mails, or nothing. */
export function address(group: SettingGroup) {
  const value = z.union([z.literal(''), z.email('email').max(254, 'tooLong')], 'email')
  return { kind: 'address', group, shape: value.default(''), typed: z.string().trim().pipe(value) } as const
}

/** The name of a server, or nothing. */
export function server(group: SettingGroup) {
  const value = z.union([z.literal(''), z.hostname('server').max(253, 'tooLong')], 'server')
  const typed = z.string().trim().toLowerCase().pipe(value)
  return { kind: 'server', group, shape: value.default(''), typed } as const
}

export type Definition = ReturnType<typeof whole | typeof method | typeof address | typeof server>
