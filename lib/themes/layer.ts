import { z } from 'zod'
import { type Folder, textOf } from './folder.ts'
import { type OwnManifest, ownManifest } from './manifest.ts'
import { type JsonMap, parseMap, withoutNulls } from './merge.ts'
import { didYouMean, lineOf, type Problem } from './problem.ts'
import { readTokens } from './tokens/read.ts'

/** What one folder says on its own, before its parents are asked. */
export type Layer = {
  folder: Folder
  manifest: OwnManifest
  /** The manifest as it was written, ready to be merged. */
  said: JsonMap
  tokens: { base: Record<string, string>; dark: Record<string, string> }
  texts: Record<string, JsonMap>
  problems: Problem[]
}

const manifestFile = 'theme.json'

/** Reads a folder's manifest, tokens and texts. Without a readable manifest there is no layer, only the problems. */
export function layerOf(folder: Folder): { layer?: Layer; problems: Problem[] } {
  const problems = [...folder.problems]
  const read = readManifest(folder, problems)
  if (!read) return { problems }
  const base = tokensIn(folder, 'tokens/base.tokens.json')
  const dark = tokensIn(folder, 'tokens/dark.tokens.json', base?.tree)
  problems.push(...(base?.problems ?? []), ...(dark?.problems ?? []))
  const texts = readTexts(folder, problems)
  const tokens = { base: base?.roles ?? {}, dark: dark?.roles ?? {} }
  return { layer: { folder, ...read, tokens, texts, problems }, problems }
}

function readManifest(folder: Folder, problems: Problem[]): Pick<Layer, 'manifest' | 'said'> | undefined {
  const text = textOf(folder, manifestFile)
  const refuse = (line: number, reason: string, remedy: string) => {
    problems.push({ effect: 'refuse', file: manifestFile, line, reason, remedy })
    return undefined
  }
  if (text === undefined) return refuse(1, 'is missing', 'Add a theme.json; "theme new" writes one.')
  const tree = parseMap(text)
  if (typeof tree === 'string') return refuse(1, tree, 'Correct the JSON.')
  const said = withoutNulls(tree)
  const parsed = ownManifest.safeParse(said)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) refuse(...told(issue, text))
    return undefined
  }
  if (parsed.data.id !== folder.id) {
    return refuse(lineOf(text, ['id']), `id "${parsed.data.id}" is not the folder's name`, `Write "${folder.id}".`)
  }
  return { manifest: parsed.data, said }
}

function told(issue: z.core.$ZodIssue, text: string): [line: number, reason: string, remedy: string] {
  const at = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    return [
      lineOf(text, [...issue.path, key]),
      `unknown key "${[...issue.path, key].join('.')}"`,
      didYouMean(key, keysAt(issue.path)),
    ]
  }
  const said = issue.path.reduce<unknown>(
    (node, key) => (typeof node === 'object' && node ? Reflect.get(node, key) : undefined),
    JSON.parse(text),
  )
  if (issue.code === 'invalid_value' && typeof said === 'string') {
    return [lineOf(text, issue.path), `${at}: "${said}" is not a choice`, didYouMean(said, issue.values.map(String))]
  }
  return [lineOf(text, issue.path), `${at || 'the manifest'}: ${issue.message}`, 'Correct the value.']
}

/** The keys the manifest knows at a path, read from its JSON Schema so that there is one list only. */
function keysAt(path: readonly PropertyKey[]): string[] {
  let node: unknown = manifestSchema()
  for (const key of path) {
    const step = typeof key === 'number' ? ['items'] : ['properties', key]
    for (const part of step) node = typeof node === 'object' && node ? Reflect.get(node, part) : undefined
  }
  const properties: unknown = typeof node === 'object' && node ? Reflect.get(node, 'properties') : undefined
  return typeof properties === 'object' && properties ? Object.keys(properties) : []
}

/** The published JSON Schema of `theme.json`. */
export function manifestSchema(): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(ownManifest, { io: 'input' })
}

function tokensIn(folder: Folder, file: string, aliases?: JsonMap) {
  const text = textOf(folder, file)
  return text === undefined ? undefined : readTokens(file, text, aliases)
}

function readTexts(folder: Folder, problems: Problem[]): Record<string, JsonMap> {
  const texts: Record<string, JsonMap> = {}
  for (const [file, bytes] of folder.files) {
    const locale = /^texts\/([a-z-]+)\.json$/i.exec(file)?.[1]
    if (!locale) continue
    const tree = parseMap(bytes.toString('utf8'))
    if (typeof tree === 'string')
      problems.push({ effect: 'repair', file, line: 1, reason: tree, remedy: 'Correct the JSON.' })
    else texts[locale] = tree
  }
  return texts
}
