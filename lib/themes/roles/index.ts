import { action } from './action.ts'
import type { Derivation } from './derivation.ts'
import { feedback } from './feedback.ts'
import { lines } from './lines.ts'
import { shape } from './shape.ts'
import { surfaces } from './surfaces.ts'
import { charts, tickets } from './tickets.ts'

/** Every colour role with its derivation; a role added here is at once complete in every theme. */
export const colourRoles: Readonly<Record<string, Derivation>> = {
  ...surfaces,
  ...action,
  ...lines,
  ...feedback,
  ...tickets,
  ...charts,
}

export const roleNames: readonly string[] = [...Object.keys(colourRoles), ...Object.keys(shape)]
