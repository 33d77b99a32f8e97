import type { Formats } from '../i18n/formats.ts'
import { markdown } from '../markdown.ts'
import { escaped } from './escaped.ts'
import { oneLine } from './one-line.ts'

/** One thing that happened in a ticket, for a mail that tells several. */
export type DigestItem = {
  ticket: { number: number; subject: string; queue: string; status: string }
  link: string
  /** Who did what, in words. */
  lead: string
  /** What was written, Markdown; empty where nothing was. */
  body: string
  at: Date
}

/** A long answer is read in the ticket. */
const LONGEST = 1_500

/** The news as text and as HTML: by ticket, in the order in which each ticket's first one came. */
export function digest(items: readonly DigestItem[], { full }: Pick<Formats, 'full'>): { text: string; html: string } {
  const byTicket = [...Map.groupBy(items, ({ ticket }) => ticket.number).values()]
  const spoken = byTicket.map((news) =>
    news.map(({ lead, at, ...item }) => ({ ...item, lead: `${oneLine(lead)}, ${full(at)}` })),
  )
  return { text: spoken.map(asText).join('\n\n'), html: spoken.map(asHtml).join('<hr>') }
}

type Spoken = Omit<DigestItem, 'at'>

const titleOf = ({ ticket }: Spoken) => oneLine(`[${ticket.number}] ${ticket.subject}`)
const stateOf = ({ ticket }: Spoken) => oneLine(`${ticket.queue}, ${ticket.status}`)

function asText(news: readonly Spoken[]): string {
  const [first] = news
  if (!first) return ''
  const parts = news.map(({ lead, body }) => {
    const lines = body === '' ? [] : shortened(body).split('\n')
    return [`* ${lead}`, ...lines.map((line) => `  > ${line}`.trimEnd())].join('\n')
  })
  return [`${titleOf(first)}\n${stateOf(first)}\n${first.link}`, ...parts].join('\n\n')
}

function asHtml(news: readonly Spoken[]): string {
  const [first] = news
  if (!first) return ''
  const title = `<p><strong><a href="${escaped(first.link)}">${escaped(titleOf(first))}</a></strong><br>${escaped(stateOf(first))}</p>`
  const parts = news.map(
    ({ lead, body }) =>
      `<p>${escaped(lead)}</p>${body === '' ? '' : `<blockquote>${markdown(shortened(body))}</blockquote>`}`,
  )
  return [title, ...parts].join('')
}

function shortened(body: string): string {
  return body.length > LONGEST ? `${body.slice(0, LONGEST).trimEnd()} …` : body
}
