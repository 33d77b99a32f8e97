import MarkdownIt from 'markdown-it'

const renderer = new MarkdownIt('default', { html: false, linkify: true, breaks: true }).disable('image')

renderer.validateLink = (url) => /^(https?:\/\/|mailto:|tel:)/i.test(url.trim())

// A heading inside a comment must not stand among the page's own.
renderer.renderer.rules.heading_open = () => '<p><strong>'
renderer.renderer.rules.heading_close = () => '</strong></p>\n'
renderer.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer nofollow')
  return self.renderToken(tokens, index, options)
}
// Alignment is the one thing that it would write as an inline style, which the content policy forbids.
for (const cell of ['th_open', 'td_open']) {
  renderer.renderer.rules[cell] = (tokens, index, options, _env, self) => {
    const token = tokens[index]
    if (token) token.attrs = null
    return self.renderToken(tokens, index, options)
  }
}

// A history is read far more often than written, and a text is always rendered the same.
const rendered = new Map<string, string>()
const KEPT = { texts: 1_000, characters: 4_000 }

/** Safe HTML of what somebody wrote: tags become text, pictures are left out, links go to the web, mail or telephone. */
export function markdown(source: string): string {
  const held = rendered.get(source)
  if (held !== undefined) return held
  const html = renderer.render(source)
  if (rendered.size >= KEPT.texts) rendered.clear()
  if (source.length <= KEPT.characters) rendered.set(source, html)
  return html
}
