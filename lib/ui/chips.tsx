import { Icon } from '#lib/ui/icon.tsx'

/** The filters in force; each is a link that takes itself away. `removeLabel` is read out: "Remove filter: Open". */
export function Chips({
  label,
  chips,
  clear,
}: {
  label: string
  chips: readonly { label: string; removeHref: string; removeLabel: string }[]
  clear?: { href: string; label: string }
}) {
  if (chips.length === 0) return null
  return (
    <ul data-part="chips" aria-label={label}>
      {chips.map((chip) => (
        <li key={chip.removeHref}>
          <a data-part="chip" href={chip.removeHref} aria-label={chip.removeLabel}>
            <span>{chip.label}</span>
            <Icon name="close" />
          </a>
        </li>
      ))}
      {clear ? (
        <li>
          <a href={clear.href}>{clear.label}</a>
        </li>
      ) : null}
    </ul>
  )
}
