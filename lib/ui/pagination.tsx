import type { ReactNode } from 'react'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Icon } from '#lib/ui/icon.tsx'

/** Steps through a list by keyset: there is a newer and an older page, and no page number. */
export function Pagination({
  label,
  summary,
  newer,
  older,
}: {
  label: string
  /** The count in words. */
  summary?: ReactNode
  newer?: { href: string; label: string } | undefined
  older?: { href: string; label: string } | undefined
}) {
  if (!newer && !older && !summary) return null
  return (
    <nav data-part="pagination" aria-label={label}>
      {summary ? <p>{summary}</p> : null}
      <div>
        {newer ? (
          <ButtonLink href={newer.href} rel="prev">
            <Icon name="arrowLeft" />
            {newer.label}
          </ButtonLink>
        ) : null}
        {older ? (
          <ButtonLink href={older.href} rel="next">
            {older.label}
            <Icon name="arrowRight" />
          </ButtonLink>
        ) : null}
      </div>
    </nav>
  )
}
