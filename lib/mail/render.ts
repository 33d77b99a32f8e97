import { markdown } from '../markdown.ts'
import type { Theme } from '../themes/types.ts'
import { escaped } from './escaped.ts'
import { frame } from './frame.ts'
import { fill, type Values } from './liquid.ts'

export type MailText = { subject: string; body: string }
export type Rendered = { subject: string; text: string; html: string }

// While the Markdown is read, characters that no text of ours has stand for the values, and an address of its own for the link.
const [OPEN, CLOSE, ENTRY] = ['\uE000', '\uE001', '\uE002']
const LINK = 'https://portico.invalid/link'
const RESERVED = /[\uE000-\uE002]/g

/**
 * Subject, text and HTML of a mail from one text in Liquid and Markdown. In the HTML no value can become markup: each is put in,
 * escaped, after the Markdown was read. What somebody wrote in a ticket (`entry.body`) is Markdown of its own.
 * @throws TemplateProblem
 */
export function renderMail(
  { subject, body }: MailText,
  values: Values,
  about: { theme: Theme; locale: string; foot: string },
): Rendered {
  const lines = Object.entries(values).map(([name, value]) => [name, name === 'entry.body' ? value : oneLine(value)])
  const clean: Values = Object.fromEntries(lines)
  const title = oneLine(fill(subject, clean))
  return {
    subject: title.slice(0, 200),
    text: `${plain(body, clean)}\n\n-- \n${about.foot}\n`,
    html: frame(formatted(body, clean), { ...about, title }),
  }
}

/** Line breaks and other control characters would begin a header of their own. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}

/** `[Open the ticket]({{ link }})` reads "Open the ticket:" and the address on a line of its own. */
function plain(body: string, values: Values): string {
  const given = 'link' in values ? { ...values, link: LINK } : values
  return fill(body.replaceAll('**', ''), given)
    .replaceAll(`](${LINK})`, `:\n${LINK}`)
    .replaceAll(new RegExp(`\\[([^\\[\\]\\n]+:\\n${LINK})`, 'g'), '$1')
    .replaceAll(LINK, values.link ?? '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function formatted(body: string, values: Values): string {
  const held: string[] = []
  const keep = (html: string) => `${OPEN}${held.push(html) - 1}${CLOSE}`
  const given = { ...values, ...('link' in values ? { link: LINK } : {}), 'entry.body': ENTRY }
  const source = fill(body.replaceAll(RESERVED, ''), given, (value) => {
    if (value === LINK) return value
    if (value !== ENTRY) return keep(escaped(value.replaceAll(RESERVED, '')))
    return `\n\n${keep(`<blockquote>${markdown((values['entry.body'] ?? '').replaceAll(RESERVED, ''))}</blockquote>`)}\n\n`
  })
  const html = markdown(source).replaceAll(LINK, escaped(values.link ?? ''))
  return html
    .replaceAll(new RegExp(`<p>${OPEN}(\\d+)${CLOSE}</p>`, 'g'), (whole, at) => blockOr(whole, held[Number(at)]))
    .replaceAll(new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g'), (_, at) => held[Number(at)] ?? '')
}

/** A quotation is a block of its own; everything else stays in its paragraph. */
function blockOr(paragraph: string, html = ''): string {
  return html.startsWith('<blockquote>') ? html : paragraph
}
