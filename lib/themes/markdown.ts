import MarkdownIt from 'markdown-it'

// No images either: a slot must not be able to load anything from elsewhere.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: true, quotes: '“”‘’' }).disable('image')

markdown.validateLink = (url) => /^(https:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(url.trim())

/** HTML of a slot. Tags in the source become text; links go to https, mail, telephone or the portal itself. */
export function slotHtml(source: string): string {
  return markdown.render(source).trim()
}
