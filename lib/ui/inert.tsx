import type { ReactNode } from 'react'

/** Shown, but beyond the reach of pointer, keyboard and screen reader; `note` says why. */
export function Inert({ note, children }: { note: string; children: ReactNode }) {
  return (
    <div data-part="inert">
      <p data-part="field-note">{note}</p>
      <div inert>{children}</div>
    </div>
  )
}
