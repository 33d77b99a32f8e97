import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chooseTheme } from './choose.ts'
import { allThemes, degradedThemes, reloadThemes, themeFile, themeNamed } from './registry.ts'
import { emptyFolder, logo, manifestOf, write } from './testing.ts'

let themes = ''

const fileOf = (url: string) => themeFile(url.replace('/theme/', ''))

/** As a server does when its interval is over. */
function lookAgain(): void {
  vi.advanceTimersByTime(10_000)
}

beforeEach(() => {
  themes = emptyFolder()
  vi.stubEnv('THEMES_DIR', themes)
  vi.stubEnv('DATA_DIR', emptyFolder())
  vi.useFakeTimers({ now: Date.now() })
  reloadThemes()
  write(path.join(themes, 'acme'), { 'theme.json': manifestOf('acme'), 'brand/logo.svg': logo })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  reloadThemes()
})

describe('the registry', () => {
  it('serves a theme’s stylesheet and pictures under names made of their content', () => {
    const { stylesheet, assets } = themeNamed('acme')
    expect(stylesheet).toMatch(/^\/theme\/[0-9a-f]{20}\.css$/)
    expect(fileOf(stylesheet)?.type).toBe('text/css; charset=utf-8')
    expect(Buffer.from(fileOf(assets.logo)?.base64 ?? '', 'base64').toString()).toBe(logo)
  })

  it('notices a new and a changed theme without a restart, and keeps the files of pages already sent', () => {
    const before = themeNamed('acme').stylesheet
    write(path.join(themes, 'newcomer'), { 'theme.json': manifestOf('newcomer'), 'brand/logo.svg': logo })
    write(path.join(themes, 'acme'), { 'theme.json': manifestOf('acme', { brand: { color: '#aa0044' } }) })
    lookAgain()
    expect(themeNamed('newcomer').id).toBe('newcomer')
    expect(themeNamed('acme').tokens.light.brand).toBe('#aa0044')
    expect(themeNamed('acme').stylesheet).not.toBe(before)
    expect(fileOf(before)).toBeDefined()
  })

  it('answers an unknown id with the default and an unknown file with nothing', () => {
    expect(themeNamed('nobody').id).toBe('default')
    expect(themeNamed('__proto__').id).toBe('default')
    expect(themeFile('0123456789abcdef0123.css')).toBeUndefined()
  })
})

describe('the fallback ladder', () => {
  it('builds a theme without a bad token', () => {
    write(path.join(themes, 'acme'), { 'tokens/base.tokens.json': '{"canvas":{"$value":"blue"}}' })
    expect(themeNamed('acme').id).toBe('acme')
    expect(degradedThemes()).toMatchObject([
      { id: 'acme', wearing: 'repaired', reason: expect.stringContaining('tokens/base.tokens.json:1') },
    ])
  })

  it.each([
    ['a broken manifest', { 'theme.json': '{' }],
    ['an unsafe stylesheet', { 'custom.css': 'body{display:none}' }],
    ['an unsafe logo', { 'brand/logo.svg': '<svg onload="x()"/>' }],
    [
      'a font that is none',
      { 'theme.json': manifestOf('acme', { fonts: [{ family: 'A', file: 'fonts/a.woff2' }] }), 'fonts/a.woff2': 'no' },
    ],
  ])('wears the last good build over %s, also after a restart', (_what, files) => {
    const good = themeNamed('acme')
    write(path.join(themes, 'acme'), files)
    lookAgain()
    expect(themeNamed('acme').stylesheet).toBe(good.stylesheet)
    reloadThemes()
    expect(themeNamed('acme').stylesheet).toBe(good.stylesheet)
    expect(fileOf(good.assets.logo)).toBeDefined()
    expect(degradedThemes()).toMatchObject([{ id: 'acme', wearing: 'last-good' }])
  })

  it('wears the default where there never was a good build', () => {
    write(path.join(themes, 'broken'), { 'theme.json': '[]' })
    expect(themeNamed('broken').id).toBe('default')
    expect(degradedThemes()).toMatchObject([{ id: 'broken', wearing: 'default' }])
    expect(themeNamed('acme').id).toBe('acme')
  })

  it('refuses a folder with a link in it', () => {
    mkdirSync(path.join(themes, 'sly'))
    symlinkSync('/etc/passwd', path.join(themes, 'sly', 'theme.json'))
    expect(degradedThemes()).toMatchObject([{ id: 'sly', reason: expect.stringContaining('link') }])
  })

  it('has a default without any folder, and when the data folder cannot be written', () => {
    rmSync(themes, { recursive: true })
    const data = emptyFolder()
    writeFileSync(path.join(data, 'themes'), 'in the way')
    chmodSync(data, 0o500)
    vi.stubEnv('DATA_DIR', data)
    const theme = themeNamed('acme')
    expect(theme.id).toBe('default')
    expect(fileOf(theme.stylesheet)).toBeDefined()
    expect(allThemes()).toHaveLength(1)
  })

  it('wears the compiled-in default alone in safe mode', () => {
    vi.stubEnv('THEME_SAFE_MODE', '1')
    expect(allThemes().map(({ id }) => id)).toEqual(['default'])
    expect(themeNamed('acme').id).toBe('default')
  })
})

describe('choosing', () => {
  it('goes by preview, company, customer group and host, past what does not exist', () => {
    write(path.join(themes, 'beta'), { 'theme.json': manifestOf('beta'), 'brand/logo.svg': logo })
    expect(chooseTheme({ preview: 'beta', company: 'acme' }).id).toBe('beta')
    expect(chooseTheme({ company: 'acme', group: 'beta', host: 'beta' }).id).toBe('acme')
    expect(chooseTheme({ company: 'gone', group: 'beta', host: 'acme' }).id).toBe('beta')
    expect(chooseTheme({ company: null, host: 'acme' }).id).toBe('acme')
    expect(chooseTheme({}).id).toBe('default')
  })
})
