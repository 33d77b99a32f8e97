import { brandAssets, logosFor } from './brand-files.ts'
import { type BuiltTheme, keep } from './built.ts'
import { compileCustomCss } from './custom-css.ts'
import { legibleTokens } from './explicit.ts'
import { textOf } from './folder.ts'
import { fontsOf } from './fonts/chain.ts'
import { withFallbacks } from './fonts/face.ts'
import type { Layer } from './layer.ts'
import type { Problem } from './problem.ts'
import type { Tokens } from './resolve.ts'
import { brandOf, impliedTokens, settingsOf } from './settings.ts'
import { themeStylesheet } from './stylesheet.ts'
import { slotsOf, textsOf } from './words.ts'

export type Build = { built?: BuiltTheme; problems: Problem[] }

/** Makes a theme of a chain, nearest layer first. Nothing is built when a problem says `refuse`. */
export function buildTheme(chain: readonly [Layer, ...Layer[]]): Build {
  const [own] = chain
  const files: BuiltTheme['files'] = {}
  const store = (name: string, bytes: Buffer) => keep(files, name, bytes)
  const settings = settingsOf(chain)
  const basis = { brand: brandOf(settings), implied: impliedTokens(settings) }
  const light = legibleTokens(chain, basis, 'light')
  const dark = legibleTokens(chain, basis, 'dark')
  const pictures = brandAssets(chain, store)
  const fonts = fontsOf(chain, store)
  const tenant = tenantCss(chain)
  const problems = [own, light, dark, pictures, fonts, tenant].flatMap((part) => part.problems)
  if (!pictures.assets || problems.some(({ effect }) => effect === 'refuse')) return { problems }

  const { schemes, defaultScheme, allowToggle, layout, links, ticketList, ticketForm } = settings
  const tokens = { light: withStandIns(light.tokens, fonts.families), dark: withStandIns(dark.tokens, fonts.families) }
  const css = themeStylesheet({ schemes, defaultScheme, tokens }, fonts.faces, tenant.css)
  const built: BuiltTheme = {
    id: own.manifest.id,
    name: own.manifest.name,
    stylesheet: store('theme.css', Buffer.from(css)),
    schemes,
    defaultScheme,
    allowToggle: allowToggle && schemes === 'both',
    layout,
    assets: pictures.assets,
    logos: logosFor(pictures.assets, tokens),
    preloads: fonts.preloads,
    links,
    textsByLocale: textsOf(chain),
    slots: slotsOf(chain),
    ticketList,
    ticketForm,
    tokens,
    files,
  }
  return { built, problems }
}

function withStandIns(tokens: Tokens, families: ReadonlySet<string>): Tokens {
  const entries = Object.entries(tokens).map(([role, css]) => [
    role,
    role.startsWith('font-') ? withFallbacks(css, families) : css,
  ])
  return Object.fromEntries(entries)
}

/** The custom.css of all layers, the ancestors' first, so that the theme itself has the last word. */
function tenantCss(chain: readonly Layer[]): { css: string; problems: Problem[] } {
  const file = 'custom.css'
  const remedy = 'Keep to [data-part], [data-state] and the listed properties; see the guide on themes.'
  const problems: Problem[] = []
  const texts = chain.toReversed().map(({ folder }) => {
    const compiled = compileCustomCss(textOf(folder, file) ?? '')
    if ('css' in compiled) return compiled.css
    problems.push(
      ...compiled.faults.map(({ line, reason }): Problem => ({ effect: 'refuse', file, line, reason, remedy })),
    )
    return ''
  })
  return { css: texts.join(''), problems }
}
