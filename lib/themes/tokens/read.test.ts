import { describe, expect, it } from 'vitest'
import { readTokens } from './read.ts'

const read = (tree: object) => readTokens('tokens/base.tokens.json', JSON.stringify(tree))
const white = { colorSpace: 'srgb', components: [1, 1, 1] }

describe('a DTCG token file', () => {
  it('sets roles by their own names, whatever groups they lie in, with inherited types and aliases', () => {
    const { roles, problems } = read({
      palette: { $type: 'color', snow: { $value: white } },
      anything: {
        $type: 'color',
        deep: { canvas: { $value: '{palette.snow}' }, surface: { $value: '{anything.deep.canvas}' } },
      },
      size: { 'radius-card': { $type: 'dimension', $value: { value: 1.5, unit: 'rem' } } },
      'font-body': { $type: 'fontFamily', $value: ['Nunito Sans', 'sans-serif'] },
      ease: { $type: 'cubicBezier', $value: [0.2, 0, 0, 1] },
      'shadow-raised': {
        $type: 'shadow',
        $value: {
          color: { ...white, alpha: 0.5 },
          offsetX: { value: 0, unit: 'px' },
          offsetY: { value: 1, unit: 'px' },
          blur: { value: 2, unit: 'px' },
        },
      },
    })
    expect(problems).toEqual([])
    expect(roles).toEqual({
      canvas: '#ffffff',
      surface: '#ffffff',
      'radius-card': '1.5rem',
      'font-body': '"Nunito Sans", sans-serif',
      ease: 'cubic-bezier(0.2,0,0,1)',
      'shadow-raised': '0px 1px 2px #ffffff80',
    })
  })

  it('takes a colour as plain text with a note', () => {
    const { roles, problems } = read({ canvas: { $value: '#FAFAFA' } })
    expect(roles).toEqual({ canvas: '#fafafa' })
    expect(problems).toMatchObject([{ effect: 'note' }])
  })

  it.each([
    ['an unknown role', { canvass: { $value: white } }, 'Did you mean "canvas"?'],
    ['a wrong type', { canvas: { $type: 'dimension', $value: white } }, 'Set "$type": "color".'],
    [
      'a circle of aliases',
      { canvas: { $value: '{surface}' }, surface: { $value: '{canvas}' } },
      'Point the alias at a token that has a value.',
    ],
    ['an alias to nothing', { canvas: { $value: '{palette.none}' } }, 'Point the alias at a token that has a value.'],
    [
      'a colour with alpha',
      { canvas: { $value: { ...white, alpha: 0.5 } } },
      'Write the value as DTCG 2025.10 asks for a color.',
    ],
    [
      'CSS instead of a value',
      { 'radius-card': { $value: '0}body{display:none' } },
      'Write the value as DTCG 2025.10 asks for a dimension.',
    ],
    [
      'a font name that ends its string',
      { 'font-body': { $value: 'A";x:"' } },
      'Write the value as DTCG 2025.10 asks for a fontFamily.',
    ],
  ])('leaves out %s and says what to do', (_what, tree, remedy) => {
    const { roles, problems } = read(tree)
    expect(roles).toEqual({})
    expect(problems[0]).toMatchObject({ effect: 'repair', remedy })
  })
})
