import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { svgFault } from './svg.ts'

const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inner}</svg>`

describe('an SVG is refused with', () => {
  it.each([
    ['a script', svg('<script>alert(1)</script>')],
    ['a script in another namespace prefix', svg('<svg:script>alert(1)</svg:script>')],
    ['an event handler', svg('<path onload="alert(1)" d="M0 0"/>')],
    ['an event handler without quotes', svg('<path onload=alert(1) />')],
    ['foreign content', svg('<foreignObject><body/></foreignObject>')],
    ['a picture from elsewhere', svg('<image href="https://evil.example/x.png"/>')],
    ['a use from elsewhere', svg('<use href="https://evil.example/x.svg#a"/>')],
    ['a use of data', svg('<use xlink:href="data:image/svg+xml,x"/>')],
    ['a paint from elsewhere', svg('<path fill="url(https://evil.example/#a)" d="M0 0"/>')],
    ['a style sheet', svg('<style>@import "https://evil.example"</style>')],
    ['a style attribute', svg('<path style="fill:url(x)" d="M0 0"/>')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('<title>&x;</title>')}`],
    ['a used entity', svg('<title>&x;</title>')],
    ['an animation', svg('<animate attributeName="href" to="javascript:alert(1)"/>')],
    ['a link', svg('<a href="#x"><path d="M0 0"/></a>')],
    ['a hidden scheme', svg('<use href="#&#58;"/>')],
    ['another root', '<html></html>'],
    ['no root', 'text'],
  ])('%s', (_what, source) => {
    expect(svgFault(source)).toHaveProperty('reason')
  })
})

it('plain drawing passes, with gradients, clips and uses inside the file', () => {
  const inner =
    '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs><!-- ok --><path fill="url(#g)" d="M0 0"/><use href="#g"/>'
  expect(svgFault(`<?xml version="1.0"?>\n${svg(inner)}`)).toBeUndefined()
})

it('the drawings of the house pass', () => {
  const files = readdirSync('themes', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.svg'))
  expect(files.length).toBeGreaterThan(15)
  for (const file of files) expect(svgFault(readFileSync(`themes/${file}`, 'utf8')), file).toBeUndefined()
})
