import { z } from 'zod'

/** A form's names are flat; `labels.en` and `options.0.value` become what they name, and a problem keeps that name. */
export function nested<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess((form) => {
    const root = new Map<string, unknown>()
    for (const [name, value] of Object.entries(z.record(z.string(), z.unknown()).parse(form))) {
      const path = name.split('.').slice(0, 4)
      const last = path.pop() ?? ''
      const place = path.reduce((at, step) => {
        const inner = at.get(step)
        const next = inner instanceof Map ? inner : new Map<string, unknown>()
        at.set(step, next)
        return next
      }, root)
      place.set(last, value)
    }
    return plain(root)
  }, shape)
}

/** Without a prototype, so that no name of a form means anything but itself. */
function plain(map: Map<string, unknown>): Record<string, unknown> {
  const found = [...map].map(([key, value]) => [key, value instanceof Map ? plain(value) : value] as const)
  return Object.assign(Object.create(null), Object.fromEntries(found))
}
