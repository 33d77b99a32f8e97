import { expect, test } from 'vitest'
import { html } from './html.ts'

test('a value is text, whatever it looks like', () => {
  const corpus = `<script>alert(1)</script>"'&<img src=x onerror=alert(1)>`
  expect(html`<a title="${corpus}">${corpus}</a>`.markup).toBe(
    '<a title="&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;img src=x onerror=alert(1)&gt;">' +
      '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;img src=x onerror=alert(1)&gt;</a>',
  )
})

test('markup made here stays markup, also in lists', () => {
  const rows = ['a', '<b>'].map((one) => html`<li>${one}</li>`)
  expect(html`<ul>${rows}</ul>`.markup).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>')
})

test('nothing is nothing, and nought is a number', () => {
  expect(html`${null}${undefined}${false}${0}`.markup).toBe('0')
})

test('a look-alike of markup is refused its trust', () => {
  const forged = JSON.parse('{"markup":"<b>"}')
  expect(() => html`${forged}`).toThrow()
})
