import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAll } from './collect.ts'
import type { Hex } from './colour.ts'
import { failingPairs, pairs } from './legibility.ts'
import { resolveTokens } from './resolve.ts'
import { colourRoles, roleNames } from './roles/index.ts'
import type { Scheme } from './types.ts'

const schemes: Scheme[] = ['light', 'dark']
const colour = fc.integer({ min: 0, max: 0xffffff }).map((value): Hex => `#${value.toString(16).padStart(6, '0')}`)

describe('the themes of the house', () => {
  const builds = buildAll('themes')

  it('are four', () => {
    expect([...builds.keys()]).toEqual(['default', 'hartmann', 'havelia', 'lindenau'])
  })

  it.each([...builds])('%s is built without a repair and legible in both schemes', (_id, { built, problems }) => {
    expect(problems).toEqual([])
    for (const scheme of schemes) expect(failingPairs(built?.tokens[scheme] ?? {})).toEqual([])
  })
})

describe('a theme made of one brand colour', () => {
  it('is legible in both schemes whatever the colour', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...schemes), (color, scheme) => {
        expect(failingPairs(resolveTokens({ color }, scheme, {}))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('is legible with any accent and neutral beside it', () => {
    fc.assert(
      fc.property(colour, colour, colour, fc.constantFrom(...schemes), (color, accent, neutral, scheme) => {
        expect(failingPairs(resolveTokens({ color, accent, neutral }, scheme, {}))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('keeps the brand byte-identical and uses it for actions wherever it shows on the page', () => {
    fc.assert(
      fc.property(colour, (color) => {
        expect(resolveTokens({ color }, 'light', {}).brand).toBe(color)
      }),
    )
    expect(resolveTokens({ color: '#0a5c36' }, 'light', {}).action).toBe('#0a5c36')
    expect(resolveTokens({ color: '#f05a00' }, 'dark', {}).action).toBe('#f05a00')
  })

  it('has a value for every role', () => {
    expect(Object.keys(resolveTokens({ color: '#0a5c36' }, 'light', {})).sort()).toEqual([...roleNames].sort())
  })
})

it('declares pairs of known roles only, and every ink at least once', () => {
  const named = pairs.flatMap(({ front, ground, or }) => [front, ground, ...(or ? [or] : [])])
  expect(named.filter((role) => !(role in colourRoles))).toEqual([])
  const inks = Object.keys(colourRoles).filter((role) => role.startsWith('on-'))
  expect(inks.filter((role) => !named.includes(role))).toEqual([])
})
