import { fileIcon } from '#lib/ui/file-icon.ts'
import { Icon } from '#lib/ui/icon.tsx'

export type AttachmentItem = { href: string; name: string; mediaType: string; detail: string }

/** Files to download; `detail` is the formatted size, and more where the page has it. */
export function AttachmentList({ label, items }: { label: string; items: readonly AttachmentItem[] }) {
  if (items.length === 0) return null
  return (
    <ul data-part="attachments" aria-label={label}>
      {items.map((item) => (
        <li key={item.href}>
          <Icon name={fileIcon(item.mediaType)} />
          <a href={item.href} download dir="auto">
            {item.name}
          </a>
          <small>{item.detail}</small>
        </li>
      ))}
    </ul>
  )
}
