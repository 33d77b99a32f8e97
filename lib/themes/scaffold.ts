import { contrast, type Hex, settle } from './colour.ts'
import { contractVersion } from './manifest.ts'

/** The files of a new theme made of a brand colour and a logo, by their path. The logo stays as it is; only the one for dark grounds is derived. */
export function scaffold({
  id,
  name,
  brand,
  logo,
}: {
  id: string
  name: string
  brand: Hex
  logo: string
}): Record<string, string> {
  const manifest = {
    $schema: '../theme.schema.json',
    id,
    name,
    version: '1.0.0',
    contract: contractVersion,
    brand: { color: brand },
  }
  return {
    'theme.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'brand/logo.svg': logo,
    'brand/logo-dark.svg': legibleOn(logo, ['#16181b', '#1d2228']),
  }
}

/** The drawing with every colour that would sink into the grounds moved in lightness until it stands out by 3:1. */
function legibleOn(svg: string, grounds: Hex[]): string {
  const move = (hex: Hex): Hex => {
    const visible = grounds.every((ground) => contrast(hex, ground) >= 3)
    return visible
      ? hex
      : settle(
          hex,
          grounds.map((against) => ({ against, min: 7 })),
        )
  }
  const named = /<svg\b[^>]*\sfill=/.test(svg) ? svg : svg.replace(/<svg\b/, `<svg fill="${move('#000000')}"`)
  return named.replace(/#([0-9a-f]{6}|[0-9a-f]{3})(?=["'\s])/gi, (hex) => move(sixDigits(hex)))
}

function sixDigits(hex: string): Hex {
  const digits = hex.slice(1)
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}
