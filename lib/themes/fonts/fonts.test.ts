import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fontShape } from '../manifest.ts'
import { fallbackFace, withFallbacks } from './face.ts'
import { readWoff2 } from './woff2.ts'

const inter = readFileSync('themes/default/fonts/inter-latin.woff2')

describe('a WOFF2 file', () => {
  it('gives its metrics and its letters', () => {
    const facts = readWoff2(inter)
    expect(facts).toMatchObject({ ascent: 0.96875, lineGap: 0 })
    expect(facts.descent).toBeCloseTo(0.2412, 4)
    expect(facts.averageWidth).toBeCloseTo(0.4879, 3)
    expect([...'Aß€„'].every((letter) => facts.glyphs.has(letter.codePointAt(0) ?? 0))).toBe(true)
    expect(facts.glyphs.has('字'.codePointAt(0) ?? 0)).toBe(false)
  })

  it.each([
    ['another format', Buffer.from('wOFF')],
    ['a file cut off', inter.subarray(0, 900)],
    ['an empty file', Buffer.alloc(0)],
  ])('%s is refused', (_what, bytes) => {
    expect(() => readWoff2(bytes)).toThrow()
  })
})

it('the stand-in is scaled to the font, and stands behind it in the tokens', () => {
  const font = fontShape.parse({ family: 'Inter', file: 'fonts/inter.woff2' })
  expect(fallbackFace(font, readWoff2(inter))).toBe(
    '@font-face{font-family:"Inter fallback";src:local("Arial"),local("Liberation Sans"),local("Arimo");' +
      'size-adjust:107.47%;ascent-override:90.14%;descent-override:22.44%;line-gap-override:0%}',
  )
  expect(withFallbacks('"Inter", sans-serif', new Set(['Inter']))).toBe('"Inter", "Inter fallback", sans-serif')
})
