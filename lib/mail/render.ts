import { markdown } from '../markdown.ts'
import type { Theme } from '../themes/types.ts'
import { escaped } from './escaped.ts'
import { frame } from './frame.ts'
import { fill, type Values } from './liquid.ts'
import { oneLine } from './one-line.ts'

export type MailText = { subject: string; body: string }
export type Rendered = { subject: string; text: string; html: string }

// While the Markdown is read, characters that no text of ours has stand for the values, and an address of its own for the link.
const [OPEN, CLOSE, BLOCK] = ['\uE000', '\uE001', '\uE002']
const LINK = 'https://portico.invalid/link'
const RESERVED = /[\uE000-\uE002]/g

/**
 * Subject, text and HTML of a mail from one text in Liquid and Markdown. In the HTML no value can become markup: each is put in,
 * escaped, after the Markdown was read. What somebody wrote in a ticket (`entry.body`) is Markdown of its own.
 * @param news what a digest tells, as HTML in place of the text that `values` has
 * @throws TemplateProblem
 */
export function renderMail(
  { subject, body }: MailText,
  values: Values,
  about: { theme: Theme; locale: string; foot: string; news?: string | undefined },
): Rendered {
  const blocks: Values = {
    ...('entry.body' in values
      ? { 'entry.body': `<blockquote>${markdown(values['entry.body'] ?? '')}</blockquote>` }
      : {}),
    ...('news' in values ? { news: about.news ?? markdown(values.news ?? '') } : {}),
  }
  const lines = Object.entries(values).map(([name, value]) => {
    const kept = value.replaceAll(RESERVED, '')
    return [name, name in blocks ? kept : oneLine(kept)]
  })
  const clean: Values = Object.fromEntries(lines)
  const title = oneLine(fill(subject, clean))
  return {
    subject: title.slice(0, 200),
    text: `${plain(body, clean)}\n\n-- \n${about.foot}\n`,
    html: frame(formatted(body, clean, blocks), { ...about, title }),
  }
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

function formatted(body: string, values: Values, blocks: Values): string {
  const held: { html: string; isBlock: boolean }[] = []
  const keep = (html: string, isBlock = false) => `${OPEN}${held.push({ html, isBlock }) - 1}${CLOSE}`
  const names = Object.keys(blocks)
  const given: Values = {
    ...values,
    ...('link' in values ? { link: LINK } : {}),
    ...Object.fromEntries(names.map((name, at) => [name, `${BLOCK}${at}`])),
  }
  const source = fill(body.replaceAll(RESERVED, ''), given, (value) => {
    if (value === LINK) return value
    const block = value.startsWith(BLOCK) ? names[Number(value.slice(1))] : undefined
    if (block === undefined) return keep(escaped(value))
    return `\n\n${keep((blocks[block] ?? '').replaceAll(RESERVED, ''), true)}\n\n`
  })
  const html = markdown(source).replaceAll(LINK, escaped(values.link ?? ''))
  return html
    .replaceAll(new RegExp(`<p>${OPEN}(\\d+)${CLOSE}</p>`, 'g'), (whole, at) => blockOr(whole, held[Number(at)]))
    .replaceAll(new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g'), (_, at) => held[Number(at)]?.html ?? '')
}

/** A quotation is a block of its own; everything else stays in its paragraph. */
function blockOr(paragraph: string, held: { html: string; isBlock: boolean } | undefined): string {
  return held?.isBlock ? held.html : paragraph
}
