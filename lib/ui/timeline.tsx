import type { ReactNode } from 'react'
import { type Html, html } from '#lib/ui/html.ts'
import { iconMarkup } from '#lib/ui/icon.tsx'
import { type IconName, isIconName } from '#lib/ui/icon-shapes.ts'

/** A history, oldest first, of a few bubbles. */
export function Timeline({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section data-part="timeline">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** A history of any length, oldest first: what `day`, `bubble` and `event` make, in their order. */
export function LongTimeline({ title, older, parts }: { title: string; older?: Html | undefined; parts: Html[] }) {
  const { markup } = html`<h2>${title}</h2>${older}${parts}`
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes every value
  return <section data-part="timeline" dangerouslySetInnerHTML={{ __html: markup }} />
}

export const day = (heading: string): Html => html`<h3 data-part="day">${heading}</h3>`

const icons: Record<'customer' | 'agent' | 'internal', IconName> = {
  customer: 'user',
  agent: 'message',
  internal: 'lock',
}

export type BubbleHead = {
  tone: 'customer' | 'agent' | 'internal'
  author: string
  /** What kind of text it is: a word with the icon and the tone that the administrator chose. */
  mark?: { text: string; icon: string; tone: string } | undefined
  label?: string | undefined
  time: Html
}

/** One entry. Side and tone tell customer from company; `label` says it in words. */
export const bubble = (id: string, head: BubbleHead, body: Html): Html =>
  html`<article data-part="bubble" data-state="${head.tone}" id="${id}"><header>${inHead(head)}</header>${body}</article>`

/** The same among other elements. */
export function Bubble({ children, ...head }: BubbleHead & { children: ReactNode }) {
  return (
    <article data-part="bubble" data-state={head.tone}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes every value */}
      <header dangerouslySetInnerHTML={{ __html: inHead(head).markup }} />
      {children}
    </article>
  )
}

const inHead = ({ tone, author, mark, label, time }: BubbleHead): Html =>
  html`${iconMarkup(icons[tone])}<strong dir="auto">${author}</strong>${mark ? inMark(mark) : null}${label ? html`<span>${label}</span>` : null}${time}`

const inMark = ({ text, icon, tone }: NonNullable<BubbleHead['mark']>): Html =>
  html`<span data-part="badge" data-state="${tone}">${isIconName(icon) ? iconMarkup(icon) : null}${text}</span>`

/** What a mail quotes or signs with, as it came: there to look up, out of the way until then. */
export const fold = (summary: string, text: string): Html =>
  html`<details data-part="disclosure"><summary>${summary}</summary><pre dir="auto">${text}</pre></details>`

/** A change in one line: status, owner, field. */
export const event = (text: string, time: Html): Html => html`<p data-part="event"><span>${text}</span>${time}</p>`
