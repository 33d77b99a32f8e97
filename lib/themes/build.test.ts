import { describe, expect, it } from 'vitest'
import { buildTheme } from './build.ts'
import { contrast, isHex } from './colour.ts'
import type { Layer } from './layer.ts'
import { layerWith, logo, manifestOf, srgb } from './testing.ts'

const tokens = (roles: Record<string, string>) =>
  JSON.stringify({
    color: { $type: 'color', ...Object.fromEntries(Object.entries(roles).map(([role, hex]) => [role, srgb(hex)])) },
  })

function built(...chain: [Layer, ...Layer[]]) {
  const theme = buildTheme(chain).built
  if (!theme) throw new Error('not built')
  return theme
}

describe('inheritance', () => {
  const parent = layerWith('corporate', {
    'theme.json': manifestOf('corporate', {
      brand: { color: '#1f4e8c', neutral: '#776655' },
      layout: { nav: 'side', home: ['latest', 'search'] },
      links: { imprint: 'https://corporate.example/imprint' },
    }),
    'tokens/base.tokens.json': tokens({ canvas: '#fafafa' }),
    'brand/favicon.svg': logo.replace('#0a5c36', '#123456'),
    'texts/en.json': '{"nav":{"home":"Start","tickets":"Cases"}}',
    'slots/footer.en.md': 'Corporate',
    'slots/footer.de.md': 'Konzern',
    'slots/login-aside.en.md': 'Welcome',
  })
  const child = layerWith('branch', {
    'theme.json': manifestOf('branch', {
      extends: 'corporate',
      brand: { color: '#0a5c36' },
      layout: { home: ['create'], nav: null },
    }),
    'texts/en.json': '{"nav":{"tickets":"Requests"}}',
    'slots/footer.en.md': 'Branch',
  })
  const theme = built(child, parent)

  it('merges maps, replaces arrays and lets null leave the parent’s value', () => {
    expect(theme.layout).toMatchObject({ nav: 'side', home: ['create'], header: 'bar' })
    expect(theme.tokens.light).toMatchObject({ brand: '#0a5c36', canvas: '#fafafa' })
    expect(theme.links.imprint).toBe('https://corporate.example/imprint')
    expect(theme.textsByLocale.en).toEqual({ nav: { home: 'Start', tickets: 'Requests' } })
  })

  it('never mixes the pictures of two brands', () => {
    expect(theme.assets.favicon).toBe(theme.assets.logo)
  })

  it('takes all languages of a slot from one theme', () => {
    expect(theme.slots).toEqual({ 'footer.en': '<p>Branch</p>', 'login-aside.en': '<p>Welcome</p>' })
  })
})

describe('explicit tokens', () => {
  it('lead what is derived from them', () => {
    const dark = built(layerWith('acme', { 'tokens/base.tokens.json': tokens({ header: '#101010' }) }))
    expect(dark.tokens.light['on-header']).toMatch(/^#[ef]/)
    expect(dark.logos.header.light).toBe(dark.assets.logoDark)
  })

  it('that are illegible give way to the parent’s, with line, figure and both remedies', () => {
    const parent = layerWith('parent', { 'tokens/base.tokens.json': tokens({ 'on-surface': '#222233' }) })
    const child = layerWith('child', {
      'tokens/base.tokens.json':
        '{\n"color":{"$type":"color",\n"on-surface":{"$value":{"colorSpace":"srgb","components":[0.8,0.8,0.8]}}}}',
    })
    const { built: theme, problems } = buildTheme([child, parent])
    expect(theme?.tokens.light['on-surface']).toBe('#222233')
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ effect: 'repair', file: 'tokens/base.tokens.json', line: 3 })
    expect(problems[0]?.reason).toMatch(/on-surface on .* in the light scheme is 1\.\d\d:1, below 4\.5:1/)
    expect(problems[0]?.remedy).toMatch(/Set on-surface to #[0-9a-f]{6}, or .* \(ΔE \d/)
  })

  it('of the light scheme do not leak into the dark one', () => {
    const theme = built(layerWith('acme', { 'tokens/base.tokens.json': tokens({ canvas: '#fffef0' }) }))
    const { canvas = '', 'on-canvas': ink = '' } = theme.tokens.dark
    expect(canvas).not.toBe('#fffef0')
    expect(isHex(canvas) && isHex(ink) && contrast(canvas, ink)).toBeGreaterThan(7)
  })
})

it('a dense layout sets the density, unless a token does', () => {
  const layout = { 'theme.json': manifestOf('acme', { layout: { density: 'compact' } }) }
  expect(built(layerWith('acme', layout)).tokens.light.density).toBe('0.75')
  const number = { 'tokens/base.tokens.json': '{"density":{"$type":"number","$value":0.9}}' }
  expect(built(layerWith('acme', { ...layout, ...number })).tokens.light.density).toBe('0.9')
})

it('nothing that is served names the theme', () => {
  const theme = built(layerWith('acme', { 'theme.json': manifestOf('acme', { name: 'Acme Works' }) }))
  const served = Object.entries(theme.files).map(
    ([name, { base64 }]) => name + Buffer.from(base64, 'base64').toString('utf8'),
  )
  expect(served.join().toLowerCase()).not.toContain('acme')
})

it.each([
  ['a script', '<svg><script>alert(1)</script></svg>'],
  ['nothing', ''],
])('a logo with %s is refused', (_what, svg) => {
  const { built: theme, problems } = buildTheme([layerWith('acme', { 'brand/logo.svg': svg })])
  expect(theme).toBeUndefined()
  expect(problems[0]).toMatchObject({ effect: 'refuse', file: 'brand/logo.svg' })
})
