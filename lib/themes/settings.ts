import { isHex } from './colour.ts'
import type { Layer } from './layer.ts'
import { type Settings, wholeSettings } from './manifest.ts'
import { mergeMaps } from './merge.ts'
import { plainSettings } from './plain.ts'
import type { Brand, Tokens } from './resolve.ts'

/** The manifests of a chain in one: nearest layer first, all of them valid on their own. */
export function settingsOf(chain: readonly Layer[]): Settings {
  return wholeSettings.parse(chain.map(({ said }) => said).reduceRight(mergeMaps, plainSettings))
}

export function brandOf({ brand }: Settings): Brand {
  const { color, accent, neutral } = brand
  if (!isHex(color)) throw new TypeError(`${color} is not a colour`)
  return {
    color,
    ...(accent && isHex(accent) ? { accent } : {}),
    ...(neutral && isHex(neutral) ? { neutral } : {}),
  }
}

const densities = { compact: '0.75', normal: '1', comfortable: '1.25' }

/** Tokens that follow from a setting until a theme gives them itself. */
export function impliedTokens({ layout }: Settings): Tokens {
  return { density: densities[layout.density] }
}
