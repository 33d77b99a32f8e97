import { type Derivation, grey, inkOn, same } from './derivation.ts'

/** `overlay` is the ground of dialogs and menus, opaque; the veil behind a dialog is not a role. */
const grounds: Record<string, Derivation> = {
  canvas: grey(0.974, 0.185),
  surface: grey(1, 0.222, 1.1),
  'surface-raised': grey(1, 0.258, 1.2),
  'surface-sunken': grey(0.95, 0.155, 1.2),
  'surface-inverse': grey(0.25, 0.94, 2),
  header: same('surface'),
  footer: same('canvas'),
  sidebar: same('surface'),
  overlay: same('surface-raised'),
}

export const surfaceNames = Object.keys(grounds)

/** Grounds of running text: their inks stay legible on each other, so that a component may lie on any of them. */
export const reading = ['canvas', 'surface', 'surface-raised', 'surface-sunken']

const inks = surfaceNames.flatMap((name): [string, Derivation][] => {
  const others = reading.includes(name) ? reading : []
  return [
    [`on-${name}`, inkOn(name, 7, 0.235, 0.955, others)],
    [`on-${name}-muted`, inkOn(name, 4.5, 0.47, 0.745, others)],
  ]
})

export const surfaces: Record<string, Derivation> = { ...grounds, ...Object.fromEntries(inks) }
