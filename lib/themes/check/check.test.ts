import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildAll } from '../collect.ts'
import { scaffold } from '../scaffold.ts'
import { emptyFolder, logo, manifestOf, write } from '../testing.ts'
import { budgets, fontsWeight, stylesheetWeight } from './budgets.ts'
import { checkTheme, isError } from './index.ts'

function check(files: Record<string, string>, neighbours: Record<string, Record<string, string>> = {}) {
  const dir = emptyFolder()
  write(path.join(dir, 'acme'), { 'theme.json': manifestOf('acme'), 'brand/logo.svg': logo, ...files })
  for (const [id, other] of Object.entries(neighbours)) write(path.join(dir, id), other)
  return checkTheme('acme', buildAll(dir))
}

describe('the themes of the house', () => {
  const all = buildAll('themes')

  it.each([...all.keys()])('%s can be published', (id) => {
    expect(checkTheme(id, all).filter(isError)).toEqual([])
  })

  it.each([...all])('%s keeps the budgets', (_id, { built }) => {
    if (!built) throw new Error('not built')
    expect(stylesheetWeight(built)).toBeLessThanOrEqual(budgets.stylesheet)
    expect(fontsWeight(built)).toBeLessThanOrEqual(budgets.fonts)
    expect(built.preloads.length).toBeLessThanOrEqual(2)
  })

  it('are four different houses, not four colours', () => {
    const layouts = [...all.values()].map(({ built }) => built?.layout)
    expect(new Set(layouts.map((layout) => `${layout?.header} ${layout?.nav} ${layout?.login}`)).size).toBe(4)
    expect(new Set(layouts.map((layout) => layout?.density)).size).toBe(3)
  })
})

describe('a check finds', () => {
  it.each([
    ['a logo too dark for a dark page', {}, 'below 3:1'],
    [
      'a heavy logo',
      { 'brand/logo.svg': logo.replace('</svg>', `<title>${'x'.repeat(21_000)}</title></svg>`) },
      'more than 20.0 kB',
    ],
    ['an unknown message', { 'texts/en.json': '{"nav":{"ticket":"Cases"}}' }, 'nav.ticket: no such message'],
    ['a lost placeholder', { 'texts/en.json': '{"ticket":{"number":"Case"}}' }, '{} instead of {number}'],
    ['markup in a text', { 'texts/en.json': '{"nav":{"tickets":"<b>Cases</b>"}}' }, 'holds markup'],
    [
      'an unknown column',
      { 'theme.json': manifestOf('acme', { ticketList: { columns: [{ field: 'subjekt' }] } }) },
      'no field is called "subjekt"',
    ],
    [
      'a list without the subject',
      { 'theme.json': manifestOf('acme', { ticketList: { columns: [{ field: 'number' }] } }) },
      'subject is not among',
    ],
  ])('%s', (_what, files, reason) => {
    const errors = check(files).filter(isError)
    expect(errors.map((problem) => problem.reason).join('\n')).toContain(reason)
    expect(errors.every(({ remedy }) => remedy.length > 0)).toBe(true)
  })

  it('another theme’s name', () => {
    const other = { 'theme.json': manifestOf('other', { name: 'Other Works' }), 'brand/logo.svg': logo }
    const problems = check({ 'slots/footer.en.md': 'As used by other works' }, { other })
    expect(problems.map(({ reason }) => reason)).toContain('names another theme, "Other Works"')
  })

  it('a theme that is not there', () => {
    expect(checkTheme('none', new Map()).some(isError)).toBe(true)
  })
})

it.each(['#0a5c36', '#ffd500', '#000000', '#ffffff', '#e4002b'] as const)(
  'a new theme of %s can be published at once',
  (brand) => {
    const dir = emptyFolder()
    write(
      path.join(dir, 'fresh'),
      scaffold({
        id: 'fresh',
        name: 'Fresh',
        brand,
        logo: '<svg viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/><path fill="#036" d="M0 0h1"/></svg>',
      }),
    )
    expect(checkTheme('fresh', buildAll(dir)).filter(isError)).toEqual([])
  },
)
