import { expect, test } from 'vitest'
import { markdown } from './markdown.ts'

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '![x](https://evil.example/pixel.png)',
  '<a href="https://evil.example" style="position:fixed">x</a>',
  '| a |\n|:-:|\n| b |',
])('%s brings no tag, script, picture or style of its own', (source) => {
  const tags = markdown(source).match(/<[^>]*>/g) ?? []
  expect(tags.join('')).not.toMatch(/<(script|img|iframe|style|svg)|style=|on\w+=|href="(?!https?:)/i)
})

test('headings do not join the headings of the page', () => {
  expect(markdown('# Big')).toBe('<p><strong>Big</strong></p>\n')
})

test('lists, emphasis, line breaks and links are kept, and links give nothing away', () => {
  expect(markdown('- **a**\n- https://example.org')).toContain(
    '<a href="https://example.org" rel="noopener noreferrer nofollow">',
  )
  expect(markdown('one\ntwo')).toBe('<p>one<br>\ntwo</p>\n')
})
