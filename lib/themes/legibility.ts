import { contrast, type Hex, isHex, lchOf, settle } from './colour.ts'
import type { Tokens } from './resolve.ts'
import { feedbackNames } from './roles/feedback.ts'
import { reading, surfaceNames } from './roles/surfaces.ts'

/** Two roles that meet on a page and the WCAG 2 ratio they owe each other (1.4.3 text, 1.4.11 controls and focus). */
export type Pair = {
  front: string
  ground: string
  min: number
  /** Another role drawn beside the front; the better of the two counts. */
  or?: string
}
export type Failing = Pair & { ratio: number }

const page = ['canvas', 'surface', 'surface-raised']
const text = (front: string, ground: string): Pair => ({ front, ground, min: 4.5 })
const control = (front: string, ground: string): Pair => ({ front, ground, min: 3 })

/** Every pair the application may show; a component that needs another one declares it here first. */
export const pairs: readonly Pair[] = [
  ...surfaceNames.flatMap((name) => [text(`on-${name}`, name), text(`on-${name}-muted`, name)]),
  ...reading.flatMap((ground) =>
    reading.flatMap((name) => [text(`on-${name}`, ground), text(`on-${name}-muted`, ground)]),
  ),
  ...reading.flatMap((ground) => ['link', 'link-hover', 'link-visited'].map((front) => text(front, ground))),
  ...['action', 'action-hover', 'action-active'].map((ground) => text('on-action', ground)),
  ...['brand', 'action-disabled', 'action-subtle', 'selection', 'field'].map((name) => text(`on-${name}`, name)),
  text('placeholder', 'field'),
  ...feedbackNames.flatMap((name) => [text(`on-${name}`, name), text(`on-${name}-subtle`, `${name}-subtle`)]),
  ...['open', 'waiting', 'closed'].map((name) => text(`on-status-${name}`, `status-${name}`)),
  ...['low', 'normal', 'high', 'urgent'].map((name) => text(`on-priority-${name}`, `priority-${name}`)),
  ...['customer', 'agent', 'internal'].map((name) => text(`on-bubble-${name}`, `bubble-${name}`)),
  ...page.flatMap((ground) =>
    ['action', 'action-hover', 'action-active', ...feedbackNames].map((front) => control(front, ground)),
  ),
  ...['field', ...page].flatMap((ground) =>
    ['field-border', 'field-border-hover'].map((front) => control(front, ground)),
  ),
  ...['focus-gap', ...reading].map((ground) => control('focus-ring', ground)),
  // The ring has two tones, so that one of them shows on any colour.
  ...['header', 'sidebar', 'footer', 'overlay', 'surface-inverse', 'action', 'brand'].map((ground) => ({
    ...control('focus-ring', ground),
    or: 'focus-gap',
  })),
  ...[1, 2, 3, 4, 5, 6].map((number) => control(`chart-${number}`, 'surface')),
]

/** The pairs of one resolved scheme that miss their ratio, worst first. */
export function failingPairs(tokens: Tokens): Failing[] {
  return pairs
    .map((pair) => ({ ...pair, ratio: ratioOf(pair, tokens) }))
    .filter(({ ratio, min }) => ratio < min)
    .sort((a, b) => a.ratio / a.min - b.ratio / b.min)
}

/** The smallest ratios of a scheme, for reports. */
export function lowestRatios(tokens: Tokens): { text: number; control: number } {
  const lowest = (kind: number) =>
    Math.min(...pairs.filter(({ min }) => min === kind).map((pair) => ratioOf(pair, tokens)))
  return { text: lowest(4.5), control: lowest(3) }
}

/** Both ways out of a failing pair: another front on this ground, or the ground moved for this front. */
export function remedyFor({ front, ground, min }: Failing, tokens: Tokens): string {
  const [frontColour, groundColour] = [hexAt(tokens, front), hexAt(tokens, ground)]
  const label = settle(frontColour, [{ against: groundColour, min }])
  const moved = settle(groundColour, [{ against: frontColour, min }])
  return `Set ${front} to ${label}, or ${ground} to ${moved} (ΔE ${distance(groundColour, moved).toFixed(1)}).`
}

function ratioOf({ front, or = front, ground }: Pair, tokens: Tokens): number {
  return Math.max(...[front, or].map((role) => contrast(hexAt(tokens, role), hexAt(tokens, ground))))
}

function hexAt(tokens: Tokens, role: string): Hex {
  const value = tokens[role]
  return value && isHex(value) ? value : '#000000'
}

/** Euclidean distance in OKLab times 100. */
function distance(a: Hex, b: Hex): number {
  const [x, y] = [a, b].map((hex) => {
    const { l, c, h } = lchOf(hex)
    const angle = (h * Math.PI) / 180
    return { l, a: c * Math.cos(angle), b: c * Math.sin(angle) }
  })
  return x && y ? 100 * Math.hypot(x.l - y.l, x.a - y.a, x.b - y.b) : 0
}
