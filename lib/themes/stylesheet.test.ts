import { describe, expect, it } from 'vitest'
import { themeStylesheet } from './stylesheet.ts'

const tokens = { light: { canvas: '#ffffff', density: '1' }, dark: { canvas: '#000000', density: '1' } }
const light = 'color-scheme:light;--p-canvas:#ffffff;--p-density:1'
const dark = 'color-scheme:dark;--p-canvas:#000000;--p-density:1'
const sheet = (schemes: 'light' | 'dark' | 'both', defaultScheme: 'light' | 'dark' | 'system') =>
  themeStylesheet({ schemes, defaultScheme, tokens }, '', '').replace(/^@layer theme, .*?;/, '')

describe('theme.css', () => {
  it('follows the device unless the page says light or dark', () => {
    expect(sheet('both', 'system')).toBe(
      `@layer theme{:root:root{${light}}@media (prefers-color-scheme:dark){:root:not([data-scheme=light]){${dark}}}:root[data-scheme=dark]{${dark}}}`,
    )
  })

  it('begins with the default scheme of the theme whatever the device says', () => {
    expect(sheet('both', 'dark')).toBe(`@layer theme{:root:root{${dark}}:root[data-scheme=light]{${light}}}`)
  })

  it('knows one scheme only where the theme has one', () => {
    expect(sheet('light', 'system')).toBe(`@layer theme{:root:root{${light}}}`)
  })

  it('names the order of the layers first and puts custom.css under the guard', () => {
    const css = themeStylesheet(
      { schemes: 'both', defaultScheme: 'system', tokens },
      '@font-face{}',
      '[data-part=tile]{gap:0}',
    )
    expect(css).toMatch(/^@layer theme, base, components, utilities, tenant, guard;@layer theme\{@font-face\{\}/)
    expect(css).toMatch(/@layer tenant\{\[data-part=tile\]\{gap:0\}\}$/)
  })
})
