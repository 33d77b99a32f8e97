export type LogoPair = { light: string; dark: string }

/** Both drawings; the style sheet shows the one of the scheme, from the first frame on, without a script. */
export function Logo({ pair, name }: { pair: LogoPair; name: string }) {
  if (pair.light === pair.dark) return <Drawn src={pair.light} name={name} />
  return (
    <>
      <Drawn scheme="light" src={pair.light} name={name} />
      <Drawn scheme="dark" src={pair.dark} name={name} />
    </>
  )
}

function Drawn({ src, name, scheme }: { src: string; name: string; scheme?: 'light' | 'dark' }) {
  // biome-ignore lint/performance/noImgElement: an SVG of the theme has nothing to optimise
  return <img data-logo={scheme} src={src} alt={name} />
}
