import type { Scheme, Theme } from './types.ts'

type Schemes = Pick<Theme, 'schemes' | 'defaultScheme' | 'tokens'>

/** The fixed order of cascade layers: a theme is lowest, its custom.css below the guard. */
export const layerOrder = '@layer theme, base, components, utilities, tenant, guard;'

/** One stylesheet for both schemes: `data-scheme` on `<html>` wins, otherwise the default scheme of the theme. */
export function themeStylesheet(theme: Schemes, fontFaces: string, tenant: string): string {
  const rules = `@layer theme{${fontFaces}${schemeRules(theme)}}`
  return `${layerOrder}${rules}${tenant ? `@layer tenant{${tenant}}` : ''}`
}

/**
 * Every block repeats every role at one specificity: after a soft navigation the sheet of the theme before is still in the
 * page, and none of its rules may show through.
 */
function schemeRules({ schemes, defaultScheme, tokens }: Schemes): string {
  if (schemes !== 'both') return `:root:root{${declarations(schemes, tokens[schemes])}}`
  const first: Scheme = defaultScheme === 'dark' ? 'dark' : 'light'
  const second: Scheme = first === 'light' ? 'dark' : 'light'
  const base = declarations(first, tokens[first])
  const other = declarations(second, tokens[second])
  const byDevice =
    defaultScheme === 'system' ? `@media (prefers-color-scheme:dark){:root:not([data-scheme=light]){${other}}}` : ''
  return `:root:root{${base}}${byDevice}:root[data-scheme=${second}]{${other}}`
}

function declarations(scheme: Scheme, tokens: Readonly<Record<string, string>>): string {
  return [`color-scheme:${scheme}`, ...Object.entries(tokens).map(([role, value]) => `--p-${role}:${value}`)].join(';')
}
