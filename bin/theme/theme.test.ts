import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { reloadThemes, themeNamed } from '#lib/themes/registry.ts'
import { emptyFolder, logo, manifestOf, write } from '#lib/themes/testing.ts'
import { check } from './check.ts'
import { create } from './create.ts'
import { publish } from './publish.ts'

let themes = ''
let desk = ''
let said = ''

beforeEach(() => {
  themes = emptyFolder()
  desk = emptyFolder()
  said = ''
  vi.stubEnv('THEMES_DIR', themes)
  vi.stubEnv('DATA_DIR', emptyFolder())
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said += text
      return true
    })
  }
  write(desk, { 'logo.svg': logo })
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  reloadThemes()
})

const order = () => ({ id: 'acme', brand: '#0a5c36', logo: path.join(desk, 'logo.svg'), name: 'Acme' })

describe('theme new', () => {
  it('makes a theme that passes its check and is worn', () => {
    expect(create(order())).toBe(0)
    expect(themeNamed('acme').tokens.light.action).toBe('#0a5c36')
    expect(readFileSync(path.join(themes, 'acme/brand/logo.svg'), 'utf8')).toBe(logo)
  })

  it.each([
    ['a bad name', { id: '../acme' }, 'cannot be a theme'],
    ['a bad colour', { brand: 'green' }, 'is not a colour'],
    ['no logo', { logo: '/none.svg' }, 'does not exist'],
  ])('writes nothing with %s', (_what, wrong, message) => {
    expect(create({ ...order(), ...wrong })).toBe(1)
    expect(said).toContain(message)
    expect(existsSync(path.join(themes, 'acme'))).toBe(false)
  })

  it('leaves a theme that exists alone', () => {
    write(path.join(themes, 'acme'), { 'theme.json': 'mine' })
    expect(create(order())).toBe(1)
    expect(readFileSync(path.join(themes, 'acme/theme.json'), 'utf8')).toBe('mine')
  })
})

describe('theme check', () => {
  it('ends with 1 and names file, line, reason and remedy', () => {
    write(path.join(themes, 'acme'), {
      'theme.json': '{"id":"acme",\n"nam":"Acme","version":"1.0.0","contract":1}',
      'brand/logo.svg': logo,
    })
    expect(check('acme', 'text')).toBe(1)
    expect(said).toMatch(/acme\/theme\.json:2\n\s+unknown key "nam"\n\s+Did you mean "name"\?/)
  })

  it('speaks JSON', () => {
    create(order())
    said = ''
    expect(check('acme', 'json')).toBe(0)
    expect(JSON.parse(said)).toMatchObject([{ theme: 'acme', problems: [{ effect: 'note' }, { effect: 'note' }] }])
  })
})

describe('theme publish', () => {
  const good = { 'brand/logo.svg': logo, 'brand/logo-dark.svg': logo.replace('#0a5c36', '#ffffff') }

  it('puts a folder from elsewhere in the place of the old one', () => {
    write(path.join(themes, 'acme'), { ...good, 'theme.json': manifestOf('acme'), 'slots/footer.en.md': 'old' })
    write(path.join(desk, 'acme'), { ...good, 'theme.json': manifestOf('acme', { brand: { color: '#aa0044' } }) })
    expect(publish(path.join(desk, 'acme'))).toBe(0)
    expect(themeNamed('acme').tokens.light.brand).toBe('#aa0044')
    expect(existsSync(path.join(themes, 'acme/slots'))).toBe(false)
  })

  it('refuses one with errors and changes nothing', () => {
    write(path.join(themes, 'acme'), { ...good, 'theme.json': manifestOf('acme') })
    write(path.join(desk, 'acme'), { ...good, 'theme.json': manifestOf('acme'), 'custom.css': 'body{display:none}' })
    expect(publish(path.join(desk, 'acme'))).toBe(1)
    expect(said).toContain('is not published')
    expect(existsSync(path.join(themes, 'acme/custom.css'))).toBe(false)
  })
})
