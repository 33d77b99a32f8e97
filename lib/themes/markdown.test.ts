import { describe, expect, it } from 'vitest'
import { slotHtml } from './markdown.ts'

describe('a slot', () => {
  it('is Markdown with headings, emphasis and links', () => {
    expect(slotHtml('## Hello\n\nCall [us](tel:+49711), *now*.')).toBe(
      '<h2>Hello</h2>\n<p>Call <a href="tel:+49711">us</a>, <em>now</em>.</p>',
    )
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JAVASCRIPT&colon;alert(1))',
    '[x](data:text/html,x)',
    '[x](//evil.example)',
    '![x](https://evil.example/pixel.png)',
    '<https://evil.example" onmouseover="x>',
  ])('%s makes no element and no foreign link', (source) => {
    expect(slotHtml(source)).not.toMatch(/<(?!\/?p>|a href="https:|\/a>)/)
  })
})
