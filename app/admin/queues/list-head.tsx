import { ButtonLink } from '#lib/ui/button.tsx'
import { Icon } from '#lib/ui/icon.tsx'

/** One line about a list, and the button that adds to it. */
export function ListHead({ lead, href, label }: { lead: string; href: string; label: string }) {
  return (
    <div data-part="section-head">
      <p>{lead}</p>
      <ButtonLink href={href} variant="primary">
        <Icon name="plus" />
        {label}
      </ButtonLink>
    </div>
  )
}
