import { describe, expect, it } from 'vitest'
import { compileCustomCss } from './custom-css.ts'

const card = (declarations: string) => `[data-part="panel"]{${declarations}}`

describe('custom.css may', () => {
  it.each([
    ['style a part', card('border-radius:0;padding:1rem'), '[data-part=panel]{border-radius:0;padding:1rem}'],
    [
      'style a part in a state',
      '[data-part=tile][data-state=unread]:hover{letter-spacing:0}',
      '[data-part=tile][data-state=unread]:hover{letter-spacing:0}',
    ],
    [
      'colour with tokens',
      card('color:var(--p-link);background:color-mix(in srgb,var(--p-action) 10%,transparent)'),
      'var(--p-link)',
    ],
    ['ask for the width', `@media (width >= 40rem){${card('gap:1rem')}}`, '@media (width>=40rem)'],
    ['say url() in a comment', `/* no url(x) here */${card('gap:1rem')}`, 'gap:1rem'],
  ])('%s', (_what, source, printed) => {
    expect(compileCustomCss(source)).toEqual({ css: expect.stringContaining(printed) })
  })
})

describe('custom.css may not', () => {
  it.each([
    ['load by url()', card('background:url(https://evil.example/x.png)')],
    ['load by image-set()', card('background:image-set("https://evil.example/x.png" 1x)')],
    ['load by image-set() in capitals', card('background:IMAGE-SET("https://evil.example/x.png" 1x)')],
    ['load by a prefixed function', card('background:-webkit-image-set("https://evil.example/x.png" 1x)')],
    ['load by an escaped url()', card('background:u\\72l(https://evil.example/x.png)')],
    ['load from a fallback of var()', card('background:var(--none,url(https://evil.example))')],
    [
      'hide a function between strings that look like comments',
      '[data-part="/*"]{background:url(https://evil.example)}[data-part="*/"]{gap:1px}',
    ],
    ['import', '@import "https://evil.example/x.css";'],
    ['bring a font', '@font-face{font-family:x;src:url(x)}'],
    ['open another layer', `@layer guard{${card('gap:1px')}}`],
    ['win by !important', card('padding:0!important')],
    ['select an element', 'body{padding:0}'],
    ['select by class', '[data-part="panel"] .x{padding:0}'],
    ['select everything', '[data-part="panel"],*{padding:0}'],
    ['select an attribute to read it out', '[data-part="input"][value^="a"]{padding:0}'],
    ['select a part that does not exist', '[data-part="pannel"]{padding:0}'],
    ['select a state alone', '[data-state="open"]{padding:0}'],
    ['reach out with :has()', ':has([data-part="panel"]){padding:0}'],
    ['nest', card('& body{padding:0}')],
    ['hide', card('display:none')],
    ['cover', card('position:fixed;inset:0')],
    ['make text invisible', card('color:transparent')],
    ['write out a colour', card('border-color:#fff')],
    ['set a token', card('--p-link:var(--p-canvas)')],
    ['close the layer it lies in', `${card('gap:1px')}}body{padding:0}`],
  ])('%s', (_what, source) => {
    expect(compileCustomCss(source)).toHaveProperty('faults.0.reason')
  })
})

it('faults carry the line', () => {
  expect(compileCustomCss('\n\nbody{padding:0}')).toMatchObject({ faults: [{ line: 3 }] })
})

it('a part that does not exist is answered with the nearest one', () => {
  const compiled = compileCustomCss('[data-part="pannel"]{padding:0}')
  expect(compiled).toMatchObject({ faults: [{ reason: 'no part is called "pannel". Did you mean "panel"?' }] })
})
