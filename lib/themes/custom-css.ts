import { type CssColor, type Declaration, type Rule, type Selector, transform } from 'lightningcss'
import { parts } from '#lib/ui/parts.ts'
import { didYouMean } from './problem.ts'

export type CssFault = { line: number; reason: string }

const properties =
  /^(color|background-color|background|background-image|background-size|background-position|background-repeat|border(-[a-z]+)*|box-shadow|font-(family|size|weight|style|stretch|variant(-[a-z]+)*|feature-settings)|letter-spacing|line-height|text-(align|decoration(-[a-z]+)*|indent|transform|underline-offset|underline-position|wrap)|padding(-[a-z]+)*|margin(-[a-z]+)*|gap|row-gap|column-gap|(min|max)-(width|height|inline-size|block-size)|align-(items|self)|justify-content|list-style-type|hyphens)$/

const functions = new Set(
  'var calc min max clamp color-mix linear-gradient radial-gradient conic-gradient repeating-linear-gradient nth-child'.split(
    ' ',
  ),
)

const names: readonly string[] = parts

const pseudoClasses = new Set(
  'hover active focus focus-visible first-child last-child nth-child disabled checked'.split(' '),
)

/**
 * The printed form of a theme's custom.css, or its faults. Only `[data-part]` and `[data-state]` can be selected, only listed
 * properties and functions used, and colours come from tokens, so that no rule can undo the contrast that was checked.
 */
export function compileCustomCss(source: string): { css: string } | { faults: CssFault[] } {
  const faults = lexicalFaults(source)
  if (faults.length > 0) return { faults }
  const found: CssFault[] = []
  const noteRule = (rule: Rule) => void found.push(...ruleFaults(rule))
  const noteColour = (colour: CssColor) => void found.push(...colourFaults(colour))
  try {
    const { code, warnings } = transform({
      filename: 'custom.css',
      code: Buffer.from(source),
      minify: true,
      visitor: { Rule: noteRule, Color: noteColour },
    })
    found.push(...warnings.map((warning) => ({ line: warning.loc.line, reason: warning.message })))
    return found.length > 0 ? { faults: found } : { css: Buffer.from(code).toString('utf8') }
  } catch (error) {
    return { faults: [{ line: lineOfError(error), reason: error instanceof Error ? error.message : String(error) }] }
  }
}

/** Read from the text itself, because a parser turns known functions into values and their names are gone. */
function lexicalFaults(source: string): CssFault[] {
  // Strings and comments in one pass: either may hold what begins the other.
  const code = source.replace(/"[^"\n\\]*"|'[^'\n\\]*'|\/\*[\s\S]*?\*\//g, (match) => match.replace(/[^\n]/g, ' '))
  const faults: CssFault[] = []
  const report = (at: number, reason: string) => faults.push({ line: code.slice(0, at).split('\n').length, reason })
  for (const { index, 0: found } of code.matchAll(/\\|!|["']|\/\*|@(?!media\b)[\w-]*/g)) {
    report(index, `${found === '\\' ? 'an escape' : found} is not allowed here`)
  }
  for (const match of code.matchAll(/([\w-]+)\(/g)) {
    const name = match[1]?.toLowerCase() ?? ''
    const inMedia = /@media[^{]*$/.test(code.slice(0, match.index))
    if (!functions.has(name) && !inMedia) report(match.index, `the function ${name}() is not allowed`)
  }
  return faults
}

function ruleFaults(rule: Rule): CssFault[] {
  if (rule.type === 'media') return []
  if (rule.type !== 'style') return [{ line: 1, reason: `rules of the kind ${rule.type} are not allowed` }]
  const { line } = rule.value.loc
  const { declarations = [], importantDeclarations = [] } = rule.value.declarations ?? {}
  const reasons = [
    ...rule.value.selectors.map(selectorFault),
    ...declarations.map(declarationFault),
    importantDeclarations.length > 0 ? '!important is not allowed' : undefined,
    (rule.value.rules ?? []).length > 0 ? 'nested rules are not allowed' : undefined,
  ]
  return reasons.flatMap((reason) => (reason ? [{ line: line + 1, reason }] : []))
}

function selectorFault(selector: Selector): string | undefined {
  const named = selector.some((component) => component.type === 'attribute' && component.name === 'data-part')
  if (!named) return 'each selector needs a [data-part="…"]'
  for (const component of selector) {
    if (component.type === 'combinator' || component.type === 'pseudo-element') continue
    if (component.type === 'pseudo-class' && pseudoClasses.has(component.kind)) continue
    const ours = component.type === 'attribute' && /^data-(part|state)$/.test(component.name)
    if (!ours || component.operation?.operator !== 'equal')
      return 'only [data-part="…"] and [data-state="…"] can be selected'
    const { value } = component.operation
    if (component.name === 'data-part' && !names.includes(value))
      return `no part is called "${value}". ${didYouMean(value, names)}`
  }
  return undefined
}

function declarationFault(declaration: Declaration): string | undefined {
  const name = declaration.property === 'unparsed' ? declaration.value.propertyId.property : declaration.property
  if (declaration.property === 'custom' || !properties.test(name)) {
    const told = declaration.property === 'custom' ? declaration.value.name : name
    return `the property ${told} is not allowed`
  }
  const transparent = declaration.property === 'color' && !isCurrent(declaration.value)
  return transparent ? 'color takes var(--p-…) or currentColor' : undefined
}

// The parser gives a colour no position.
const writtenOut: CssFault = { line: 1, reason: 'a colour is written out; use var(--p-…)' }

function colourFaults(colour: CssColor): CssFault[] {
  const clear = typeof colour === 'object' && 'alpha' in colour && colour.alpha === 0
  return clear || isCurrent(colour) ? [] : [writtenOut]
}

function isCurrent(colour: CssColor): boolean {
  return typeof colour === 'object' && 'type' in colour && colour.type === 'currentcolor'
}

function lineOfError(error: unknown): number {
  const loc: unknown = typeof error === 'object' && error ? Reflect.get(error, 'loc') : undefined
  const line: unknown = typeof loc === 'object' && loc ? Reflect.get(loc, 'line') : undefined
  return typeof line === 'number' ? line : 1
}
