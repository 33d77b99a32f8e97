import { expect, it } from 'vitest'
import { env } from '../env.ts'
import { allThemes, themeNamed } from '../themes/registry.ts'
import type { Theme } from '../themes/types.ts'
import { problemIn } from './check.ts'
import { exampleValues } from './examples.ts'
import { MAIL_KEYS } from './kinds.ts'
import { renderMail } from './render.ts'
import { defaultText } from './texts.ts'

Object.defineProperty(env, 'publicUrl', { get: () => new URL('https://portal.example') })
const about = { theme: themeNamed('default'), locale: 'en', foot: 'foot' }
const values = { ...exampleValues('ticket-answered', 'en', 'Portico') }
const rendered = (body: string, change: Record<string, string> = {}) =>
  renderMail({ subject: 'S', body }, { ...values, ...change }, about)

it.each(MAIL_KEYS)('%s can be filled in as delivered, in both languages, with the values that it lists', (key) => {
  for (const locale of ['en', 'de'] as const) {
    expect(problemIn(key, defaultText(key, locale))).toBeUndefined()
    const { text, html } = renderMail(defaultText(key, locale), exampleValues(key, locale, 'Portico'), about)
    expect(text).not.toMatch(/\{\{|\]\(|portico\.invalid/)
    expect(html).not.toMatch(/\{\{|portico\.invalid|[\uE000-\uE002]/)
  }
})

it.each([
  '<script>alert(1)</script>',
  '[click](https://evil.example)',
  '<img src=x onerror=alert(1)>',
  '"><a href="https://evil.example">x</a>',
  '\uE0000\uE001',
])('a subject %j is text in the HTML', (subject) => {
  const { html } = rendered('About {{ ticket.subject }}', { 'ticket.subject': subject })
  expect(html).not.toMatch(/<script|<img src=x|href="https:\/\/evil/)
})

it('what somebody wrote keeps its form and loses its tags', () => {
  const { html } = rendered('{{ entry.body }}', { 'entry.body': '**bold** <script>x</script> [a](javascript:x)' })
  expect(html).toContain('<strong>bold</strong>')
  expect(html).not.toMatch(/<script|javascript:x"/)
})

it('a link alone in its paragraph is the button, and its address a line of the text', () => {
  const { html, text } = rendered('[Open it]({{ link }})', { link: 'https://portal.example/?a=1&b=2' })
  expect(html).toMatch(
    /<td class="action" style="background:#[^>]*><a href="https:\/\/portal\.example\/\?a=1&#38;b=2"[^>]*>Open it<\/a>/,
  )
  expect(text).toContain('Open it:\nhttps://portal.example/?a=1&b=2')
})

it.each([
  ['{{ nothing }}', 1],
  ['a\nb {{ ticket.owner }}', 2],
  ['{% if link == "x" %}\n{{ secret }}{% endif %}', 2],
  ['a\n\n{% if link %}', 3],
  ["{% include 'x' %}", 1],
  ["{% render 'x' %}", 1],
  ['{% assign x = 1 %}', 1],
  ['{{ link | shout }}', 1],
  ['{{ contact.constructor }}', 1],
])('%j is refused, with its line', (body, line) => {
  expect(problemIn('ticket-answered', { subject: 'S', body })).toMatchObject({ field: 'body', line })
})

it('work is bounded', () => {
  expect(problemIn('ticket-answered', { subject: 'S', body: 'x'.repeat(20_001) })).toBeDefined()
})

it('in the dark a mail wears the theme’s dark colours, where it has some; nothing is loaded from elsewhere', () => {
  const inTheme = (theme: Theme) =>
    renderMail({ subject: 'S', body: '{{ entry.body }}' }, values, { ...about, theme }).html
  for (const theme of allThemes()) {
    expect(inTheme(theme).includes('prefers-color-scheme:dark')).toBe(theme.schemes !== 'light')
    expect(inTheme(theme)).not.toMatch(/src="http|url\(|@import/)
  }
  expect(inTheme(themeNamed('hartmann'))).toContain(
    `.canvas{background:${themeNamed('hartmann').tokens.dark.canvas}!important}`,
  )
})

it('an address at the end of a line of the foot stands behind its words', () => {
  const { html, text } = renderMail({ subject: 'S', body: 'B' }, values, {
    ...about,
    foot: 'Why\nNo more: https://portal.example/x?a=1&b=<',
  })
  expect(html).toContain('<a href="https://portal.example/x?a=1&#38;b=&#60;" style="color:inherit">No more</a>')
  expect(text).toContain('No more: https://portal.example/x?a=1&b=<')
})

it('what a digest tells is HTML of its own, and a name cannot pass for it', () => {
  const { html, text } = renderMail(
    { subject: 'S', body: 'A {{ contact.name }}\n\n{{ news }}\n\nZ' },
    { 'contact.name': '\uE0020<b>', news: 'one\ntwo' },
    { ...about, news: '<p>one</p><hr><p>two</p>' },
  )
  expect(html).toMatch(/one<\/p><hr[^>]*><p[^>]*>two<\/p>/)
  expect(html.match(/<hr/g)).toHaveLength(1)
  expect(text).toContain('one\ntwo')
})
