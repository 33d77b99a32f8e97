import { formatHex } from 'culori'
import { z } from 'zod'
import { isHex } from '../colour.ts'
import type { Kind } from '../roles/shape.ts'

/** A token's CSS text, or the reason why its value cannot be used. */
export type Parsed = { css: string; legacy?: boolean } | { reason: string }

const colour = z.strictObject({
  colorSpace: z.enum(['srgb', 'oklch']),
  components: z.tuple([z.number(), z.number(), z.number()]),
  alpha: z.number().min(0).max(1).optional(),
  hex: z.string().optional(),
})
const dimension = z.strictObject({ value: z.number(), unit: z.enum(['px', 'rem']) })
const duration = z.strictObject({ value: z.number().min(0), unit: z.enum(['ms', 's']) })
const family = z.string().regex(/^[A-Za-z0-9 -]{1,40}$/)
const layer = z.strictObject({
  color: z.unknown(),
  offsetX: dimension,
  offsetY: dimension,
  blur: dimension,
  spread: dimension.optional(),
  inset: z.boolean().optional(),
})
const unit = z.number().min(0).max(1)

const generic = new Set(['system-ui', 'sans-serif', 'serif', 'monospace', 'ui-monospace', 'ui-sans-serif', 'ui-serif'])

const readers: Record<Kind | 'color', (value: unknown) => Parsed> = {
  color: opaque,
  dimension: (value) => read(dimension, value, sized),
  duration: (value) => read(duration, value, sized),
  number: (value) => read(z.number().min(0), value, String),
  fontWeight: (value) => read(z.int().min(100).max(900), value, String),
  cubicBezier: (value) =>
    read(z.tuple([unit, z.number(), unit, z.number()]), value, (v) => `cubic-bezier(${v.join(',')})`),
  fontFamily: (value) =>
    read(z.union([family, z.array(family).min(1)]), value, (names) =>
      [names]
        .flat()
        .map((name) => (generic.has(name) ? name : `"${name}"`))
        .join(', '),
    ),
  shadow,
}

/** Reads a `$value` of the DTCG 2025.10 form of this type. A plain `#rrggbb` is taken too, and marked as legacy. */
export function readValue(kind: Kind | 'color', value: unknown): Parsed {
  return readers[kind](value)
}

function opaque(value: unknown): Parsed {
  if (typeof value === 'string' && isHex(value)) return { css: value.toLowerCase(), legacy: true }
  return read(colour, value, hexOfColour, (parsed) =>
    (parsed.alpha ?? 1) < 1 ? 'a role needs an opaque colour; give the colour that results on its ground' : undefined,
  )
}

function shadow(value: unknown): Parsed {
  const layers = z.array(layer).min(1).max(4).safeParse([value].flat())
  if (!layers.success) return { reason: 'expected { color, offsetX, offsetY, blur, spread } or a list of up to four' }
  const texts = layers.data.map(({ color, offsetX, offsetY, blur, spread, inset }) => {
    const parsed = colour.safeParse(color)
    if (!parsed.success) return undefined
    const lengths = [offsetX, offsetY, blur, ...(spread ? [spread] : [])].map(sized).join(' ')
    const alpha = Math.round((parsed.data.alpha ?? 1) * 255)
      .toString(16)
      .padStart(2, '0')
    return `${inset ? 'inset ' : ''}${lengths} ${hexOfColour(parsed.data)}${alpha}`
  })
  return texts.includes(undefined) ? { reason: 'the colour of a shadow is not readable' } : { css: texts.join(', ') }
}

function read<T>(
  shape: z.ZodType<T>,
  value: unknown,
  css: (value: T) => string,
  refuse: (value: T) => string | undefined = () => undefined,
): Parsed {
  const parsed = shape.safeParse(value)
  if (!parsed.success)
    return {
      reason: z
        .prettifyError(parsed.error)
        .replace(/\s*\n\s*/g, ' ')
        .replace(/✖\s*/g, ''),
    }
  const reason = refuse(parsed.data)
  return reason ? { reason } : { css: css(parsed.data) }
}

function sized({ value, unit }: { value: number; unit: string }): string {
  return `${value}${unit}`
}

function hexOfColour({ colorSpace, components: [x, y, z] }: z.infer<typeof colour>): string {
  return formatHex(colorSpace === 'srgb' ? { mode: 'rgb', r: x, g: y, b: z } : { mode: 'oklch', l: x, c: y, h: z })
}
