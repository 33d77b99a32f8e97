import type { RoleChange } from '#lib/roles/input.ts'

/** What is about to be saved, and changes what customers see. */
export type Change =
  | { kind: 'role'; id: number; role: RoleChange }
  | { kind: 'profile'; id: number; roles: readonly number[] }
  | { kind: 'profileActive'; id: number; active: boolean }
  | { kind: 'portal'; group: number; enabled: boolean }
  | { kind: 'textClass'; id: number; customerVisible: boolean }

/** One of those concerned, with how many tickets (or entries) and the numbers of up to three tickets. */
export type Example = { contact: number; name: string; count: number; tickets: number[] }
/** Contacts that gain or lose something, and the sum of it over them; the examples are those with the most. */
export type Side = { contacts: number; count: number; examples: Example[] }

export type Impact = {
  counted: 'tickets' | 'entries'
  gains: Side
  losses: Side
  /** Contacts that the change concerns, up to a bound. */
  concerned: number
  /** How many of them were asked before the time was up. */
  asked: number
  /** Everybody was asked, and nobody had more tickets within reach than are looked at: the figures are exact. */
  exact: boolean
}

/** From how many contacts on a change is confirmed before it is saved. */
const LARGE = 25

/** Where not everybody could be asked, as many of the others are taken to be affected. */
export function isLarge({ gains, losses, asked, concerned }: Impact): boolean {
  const affected = Math.max(gains.contacts, losses.contacts)
  return (asked === 0 ? concerned : (affected / asked) * concerned) >= LARGE
}
