import type { Layer } from '../layer.ts'
import type { FontShape } from '../manifest.ts'
import type { Problem } from '../problem.ts'
import { fallbackFace, fontFace } from './face.ts'
import { readWoff2 } from './woff2.ts'

export type Fonts = { faces: string; preloads: string[]; families: Set<string>; problems: Problem[] }

/** The fonts of the nearest layer that lists any; lists replace each other. */
export function fontsOf(chain: readonly Layer[], store: (name: string, bytes: Buffer) => string): Fonts {
  const fonts: Fonts = { faces: '', preloads: [], families: new Set(), problems: [] }
  const owner = chain.find(({ manifest }) => manifest.fonts)
  for (const font of owner?.manifest.fonts ?? []) {
    const bytes = owner?.folder.files.get(font.file)
    const faces = bytes ? facesOf(font, bytes, store, fonts) : 'the file is missing'
    if (faces)
      fonts.problems.push({
        effect: 'refuse',
        file: font.file,
        reason: faces,
        remedy: 'Add the font as WOFF2, or take it out of theme.json.',
      })
  }
  return fonts
}

/** Adds one font; gives the reason when it cannot be used. */
function facesOf(
  font: FontShape,
  bytes: Buffer,
  store: (name: string, bytes: Buffer) => string,
  fonts: Fonts,
): string | undefined {
  try {
    const facts = readWoff2(bytes)
    const url = store(font.file, bytes)
    if (!fonts.families.has(font.family)) fonts.faces += fallbackFace(font, facts)
    fonts.faces += fontFace(font, url)
    fonts.families.add(font.family)
    if (font.preload) fonts.preloads.push(url)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
