import { type Html, html } from '#lib/ui/html.ts'

type Moment = { iso: string; text: string; full: string }

/** `text` is what is read ("2 h ago"), `full` the whole date on hover; both come formatted. */
export function RelativeTime({ iso, text, full }: Moment) {
  return (
    <time dateTime={iso} title={full}>
      {text}
    </time>
  )
}

/** The same as markup. */
export const relativeTime = ({ iso, text, full }: Moment): Html =>
  html`<time datetime="${iso}" title="${full}">${text}</time>`
