import { isHex, luminance } from './colour.ts'
import type { Layer } from './layer.ts'
import { lineAt, type Problem } from './problem.ts'
import { svgFault } from './svg.ts'
import type { Assets, Logos, Scheme } from './types.ts'

const usual: Record<keyof Assets, string[]> = {
  logo: ['brand/logo.svg', 'brand/logo.png'],
  logoDark: ['brand/logo-dark.svg', 'brand/logo-dark.png'],
  logoMono: ['brand/logo-mono.svg'],
  favicon: ['brand/favicon.svg', 'brand/favicon.png'],
  logoEmail: ['brand/logo-email.png'],
  icon512: ['brand/icon-512.png'],
  iconMaskable512: ['brand/icon-maskable-512.png'],
  og: ['brand/og.png'],
}

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * All pictures of the nearest theme that has a logo: a child with its own logo must not show its parent's
 * favicon. `keep` turns a file into its URL.
 */
export function brandAssets(chain: readonly Layer[], keep: (name: string, bytes: Buffer) => string) {
  const problems: Problem[] = []
  const owner = chain.find((layer) => fileFor(layer, 'logo'))
  if (!owner) {
    problems.push({
      effect: 'refuse',
      file: 'brand/logo.svg',
      reason: 'no theme of the chain has a logo',
      remedy: 'Add brand/logo.svg.',
    })
    return { problems }
  }
  const url = (kind: keyof Assets): string | undefined => {
    const name = fileFor(owner, kind)
    const bytes = name ? owner.folder.files.get(name) : undefined
    const wanted = owner.manifest.assets?.[kind]
    if (wanted && !bytes)
      problems.push({
        effect: 'refuse',
        file: wanted,
        reason: 'is named in theme.json but missing',
        remedy: 'Add the file.',
      })
    if (!name || !bytes) return undefined
    const fault = pictureFault(name, bytes)
    if (fault) problems.push(fault)
    return fault ? undefined : keep(name, bytes)
  }
  const logo = url('logo') ?? ''
  const rest: Partial<Assets> = {}
  for (const kind of ['logoEmail', 'icon512', 'iconMaskable512', 'og'] as const) {
    const found = url(kind)
    if (found) rest[kind] = found
  }
  const logoMono = url('logoMono') ?? logo
  const assets: Assets = {
    logo,
    logoMono,
    logoDark: url('logoDark') ?? logoMono,
    favicon: url('favicon') ?? logo,
    ...rest,
  }
  return { assets, problems }
}

/** The plain or the dark logo for each place, told by how dark the place is in each scheme. */
export function logosFor({ logo, logoDark }: Assets, tokens: Record<Scheme, Readonly<Record<string, string>>>): Logos {
  const on = (role: string, scheme: Scheme) => {
    const ground = tokens[scheme][role] ?? ''
    return isHex(ground) && luminance(ground) < 0.18 ? logoDark : logo
  }
  const both = (role: string) => ({ light: on(role, 'light'), dark: on(role, 'dark') })
  return {
    header: both('header'),
    sidebar: both('sidebar'),
    footer: both('footer'),
    surface: both('surface'),
    canvas: both('canvas'),
    inverse: both('surface-inverse'),
  }
}

function fileFor({ manifest, folder }: Layer, kind: keyof Assets): string | undefined {
  return manifest.assets?.[kind] ?? usual[kind].find((name) => folder.files.has(name))
}

function pictureFault(file: string, bytes: Buffer): Problem | undefined {
  if (file.endsWith('.png')) {
    const isPng = bytes.subarray(0, 8).equals(pngStart)
    return isPng
      ? undefined
      : { effect: 'refuse', file, reason: 'does not begin like a PNG', remedy: 'Export it again as PNG.' }
  }
  const text = bytes.toString('utf8')
  const fault = svgFault(text)
  const remedy = 'Export plain shapes: no scripts, styles, fonts, entities or outside references.'
  return fault && { effect: 'refuse', file, line: lineAt(text, fault.at), reason: fault.reason, remedy }
}
