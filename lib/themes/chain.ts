import type { Layer } from './layer.ts'
import { didYouMean, lineOf, type Problem } from './problem.ts'

const deepest = 3

/** A theme and its ancestors, the theme first; or why they cannot be told. `default` is everybody's last ancestor. */
export function chainOf(layer: Layer, all: ReadonlyMap<string, Layer>): [Layer, ...Layer[]] | Problem {
  const chain: [Layer, ...Layer[]] = [layer]
  for (let own = layer; ; ) {
    const parentId = own.manifest.extends ?? (own.manifest.id === 'default' ? undefined : 'default')
    if (!parentId) return chain
    const parent = all.get(parentId)
    if (!parent && parentId === 'default') return chain
    if (!parent)
      return refusal(own, `the parent "${parentId}" is missing or faulty`, didYouMean(parentId, [...all.keys()]))
    if (chain.includes(parent))
      return refusal(own, `the parents run in a circle at "${parentId}"`, 'Let one of them extend "default".')
    if (chain.length > deepest)
      return refusal(own, `more than ${deepest} parents`, 'Extend a theme that is nearer to "default".')
    chain.push(parent)
    own = parent
  }
}

function refusal({ folder }: Layer, reason: string, remedy: string): Problem {
  const text = folder.files.get('theme.json')?.toString('utf8') ?? ''
  return { effect: 'refuse', file: 'theme.json', line: lineOf(text, ['extends']), reason, remedy }
}
