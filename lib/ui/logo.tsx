export type LogoPair = { light: string; dark: string }

/** Both drawings; the style sheet shows the one of the scheme, and the hidden one is never fetched. */
export function Logo({ pair, name }: { pair: LogoPair; name: string }) {
  if (pair.light === pair.dark) return <img src={pair.light} alt={name} />
  return (
    <>
      <img data-logo="light" src={pair.light} alt={name} loading="lazy" />
      <img data-logo="dark" src={pair.dark} alt={name} loading="lazy" />
    </>
  )
}
