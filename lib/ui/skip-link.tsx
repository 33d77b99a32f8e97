/** The first stop of the keyboard; every shell has `<main id="main">`. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a data-part="skip-link" href="#main">
      {label}
    </a>
  )
}
