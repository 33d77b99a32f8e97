import type { Layer } from './layer.ts'
import { type Failing, failingPairs, remedyFor } from './legibility.ts'
import { lineOf, type Problem } from './problem.ts'
import type { Brand, Tokens } from './resolve.ts'
import { resolveTokens } from './resolve.ts'
import { colourRoles } from './roles/index.ts'
import type { Scheme } from './types.ts'

type Said = { roles: Record<string, string>; file: string; text: string; own: boolean }

/**
 * One scheme, legible: explicit values that break a declared pair give way to the parent's, then to the derivation.
 * Problems name only what the theme itself wrote.
 */
export function legibleTokens(
  chain: readonly Layer[],
  { brand, implied }: { brand: Brand; implied: Tokens },
  scheme: Scheme,
): { tokens: Tokens; problems: Problem[] } {
  const said = chain.flatMap((layer, depth) => saidBy(layer, scheme, depth === 0))
  const problems: Problem[] = []
  for (;;) {
    const tokens = resolveTokens(brand, scheme, { ...implied, ...merged(said) })
    const [failing] = failingPairs(tokens)
    const culprit =
      failing && [failing.front, failing.ground].flatMap((role) => said.find(({ roles }) => role in roles) ?? [])[0]
    if (!failing || !culprit) return { tokens, problems }
    const role = failing.front in culprit.roles ? failing.front : failing.ground
    if (culprit.own) problems.push(told(failing, role, culprit, scheme, tokens))
    delete culprit.roles[role]
  }
}

/** Nearest first. Colours of the base file belong to the light scheme, all else in it to both. */
function saidBy({ folder, tokens }: Layer, scheme: Scheme, own: boolean): Said[] {
  const file = (name: string, roles: Record<string, string>): Said => {
    return { roles: { ...roles }, file: name, text: folder.files.get(name)?.toString('utf8') ?? '', own }
  }
  const shapes = Object.entries(tokens.base).filter(([role]) => scheme === 'light' || !(role in colourRoles))
  const base = file('tokens/base.tokens.json', Object.fromEntries(shapes))
  return scheme === 'light' ? [base] : [file('tokens/dark.tokens.json', tokens.dark), base]
}

function merged(said: Said[]): Tokens {
  return Object.assign({}, ...said.map(({ roles }) => roles).reverse())
}

function told(failing: Failing, role: string, { file, text }: Said, scheme: Scheme, tokens: Tokens): Problem {
  const { front, ground, ratio, min } = failing
  return {
    effect: 'repair',
    file,
    line: lineOf(text, [role]),
    reason: `${front} on ${ground} in the ${scheme} scheme is ${ratio.toFixed(2)}:1, below ${min}:1`,
    remedy: remedyFor(failing, tokens),
  }
}
