import type { Scheme } from '../types.ts'

const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
const mono = 'ui-monospace, "SF Mono", "Cascadia Mono", "Roboto Mono", Menlo, Consolas, monospace'

export type Kind = 'fontFamily' | 'dimension' | 'number' | 'fontWeight' | 'shadow' | 'duration' | 'cubicBezier'

/** Roles that are not colours: their DTCG type and what they are when no theme says otherwise. */
export const shape: Record<string, { kind: Kind; value: string }> = {
  'font-body': { kind: 'fontFamily', value: sans },
  'font-heading': { kind: 'fontFamily', value: 'var(--p-font-body)' },
  'font-mono': { kind: 'fontFamily', value: mono },
  'text-xs': { kind: 'dimension', value: '0.8125rem' },
  'text-sm': { kind: 'dimension', value: '0.875rem' },
  'text-md': { kind: 'dimension', value: '1rem' },
  'text-lg': { kind: 'dimension', value: '1.1875rem' },
  'text-xl': { kind: 'dimension', value: '1.4375rem' },
  'text-2xl': { kind: 'dimension', value: '1.75rem' },
  'text-3xl': { kind: 'dimension', value: '2.125rem' },
  'leading-tight': { kind: 'number', value: '1.2' },
  'leading-normal': { kind: 'number', value: '1.5' },
  'weight-normal': { kind: 'fontWeight', value: '400' },
  'weight-strong': { kind: 'fontWeight', value: '600' },
  'radius-control': { kind: 'dimension', value: '0.375rem' },
  'radius-card': { kind: 'dimension', value: '0.5rem' },
  'radius-pill': { kind: 'dimension', value: '999px' },
  'border-width': { kind: 'dimension', value: '1px' },
  'space-unit': { kind: 'dimension', value: '0.25rem' },
  density: { kind: 'number', value: '1' },
  'duration-fast': { kind: 'duration', value: '100ms' },
  'duration-normal': { kind: 'duration', value: '160ms' },
  ease: { kind: 'cubicBezier', value: 'cubic-bezier(0.2, 0, 0, 1)' },
  'shadow-raised': { kind: 'shadow', value: '' },
  'shadow-overlay': { kind: 'shadow', value: '' },
}

const shadows: Record<Scheme, Record<string, string>> = {
  light: {
    'shadow-raised': '0 1px 2px #0b152314, 0 2px 6px #0b15230f',
    'shadow-overlay': '0 4px 12px #0b15231f, 0 16px 40px #0b15231f',
  },
  dark: {
    'shadow-raised': '0 1px 2px #00000066, 0 2px 6px #00000047',
    'shadow-overlay': '0 4px 12px #00000080, 0 16px 40px #00000080',
  },
}

export function shapeDefault(role: string, scheme: Scheme): string {
  return shadows[scheme][role] ?? shape[role]?.value ?? ''
}
