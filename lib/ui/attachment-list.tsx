import { fileIcon } from '#lib/ui/file-icon.ts'
import { type Html, html } from '#lib/ui/html.ts'
import { iconMarkup } from '#lib/ui/icon.tsx'

export type AttachmentItem = { href: string; name: string; mediaType: string; detail: string }

type Files = { label: string; items: readonly AttachmentItem[] }

/** Files to download; `detail` is the formatted size, and more where the page has it. Nothing where there is none. */
export function AttachmentList({ label, items }: Files) {
  if (items.length === 0) return null
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes every value
  return <ul data-part="attachments" aria-label={label} dangerouslySetInnerHTML={{ __html: filesOf(items).markup }} />
}

/** The same as markup. */
export const attachmentList = ({ label, items }: Files): Html | null =>
  items.length ? html`<ul data-part="attachments" aria-label="${label}">${filesOf(items)}</ul>` : null

const filesOf = (items: Files['items']): Html =>
  html`${items.map(
    ({ href, name, mediaType, detail }) =>
      html`<li>${iconMarkup(fileIcon(mediaType))}<a href="${href}" download dir="auto">${name}</a><small>${detail}</small></li>`,
  )}`
