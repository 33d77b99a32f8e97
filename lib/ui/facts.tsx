import type { ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

/** Short facts for the narrow column; several abreast on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl data-part="facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The same as wide rows, for a review or an account page; `action` is a link such as "Change". */
export function DescriptionList({ facts }: { facts: readonly (Fact & { action?: ReactNode })[] }) {
  return (
    <dl data-part="description">
      {facts.map(({ label, value, action }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{value}</dd>
          {action ? <dd>{action}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
