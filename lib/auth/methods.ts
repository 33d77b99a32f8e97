import 'server-only'
import { settings } from '../settings/queries.ts'
import { type WayIn, waysOf } from './method.ts'

/** How customers or engineers sign in now, in the order in which it is tried. */
export async function waysIn(kind: 'contact' | 'engineer'): Promise<WayIn[]> {
  const key = `${kind}.authentication.method` as const
  return waysOf((await settings(key))[key])
}

/** Whether passwords are this system's own: where not, none is changed or reset here. */
export async function passwordsAreKeptHere(kind: 'contact' | 'engineer'): Promise<boolean> {
  return (await waysIn(kind)).includes('DATABASE')
}
