import { Html, html } from '#lib/ui/html.ts'

/** Text that somebody wrote. `html` must come from the Markdown renderer, which lets no markup through. */
export function Prose({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes everything the author wrote
  return <div data-part="prose" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
}

/** The same as markup. */
export const prose = (rendered: string): Html => html`<div data-part="prose" dir="auto">${new Html(rendered)}</div>`
