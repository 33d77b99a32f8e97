import { isMap, type Json, type JsonMap, parseMap } from '../merge.ts'
import { didYouMean, lineOf, type Problem } from '../problem.ts'
import { colourRoles, roleNames } from '../roles/index.ts'
import { type Kind, shape } from '../roles/shape.ts'
import { readValue } from './value.ts'

type Found = { path: string[]; type: string | undefined; value: Json | undefined }

/** Groups whose tokens are the theme's own colours to alias, not roles. */
const privateGroup = 'palette'

/**
 * The roles one DTCG file sets, as CSS text. A token's own name is its role, whatever groups it lies in;
 * `aliases` are the tokens of an earlier file that this one may refer to.
 */
export function readTokens(file: string, text: string, aliases: JsonMap = {}) {
  const problems: Problem[] = []
  const roles: Record<string, string> = {}
  const tree = parseMap(text)
  if (typeof tree === 'string') {
    return {
      roles,
      tree: {},
      problems: [{ effect: 'repair', file, line: 1, reason: tree, remedy: 'Correct the JSON.' } satisfies Problem],
    }
  }
  const report = (path: string[], effect: Problem['effect'], reason: string, remedy: string) =>
    problems.push({ effect, file, line: lineOf(text, path), reason: `${path.join('.')}: ${reason}`, remedy })

  for (const { path, type, value } of walk(tree)) {
    const role = path.at(-1) ?? ''
    if (path[0] === privateGroup) continue
    const kind = kindOf(role)
    if (!kind) {
      report(path, 'repair', 'no such role', didYouMean(role, roleNames))
      continue
    }
    if (type !== undefined && type !== kind) {
      report(path, 'repair', `is declared as ${type} but the role is a ${kind}`, `Set "$type": "${kind}".`)
      continue
    }
    const target = follow(value, [tree, aliases])
    if ('reason' in target) {
      report(path, 'repair', target.reason, 'Point the alias at a token that has a value.')
      continue
    }
    const parsed = readValue(kind, target.value)
    if ('reason' in parsed) report(path, 'repair', parsed.reason, `Write the value as DTCG 2025.10 asks for a ${kind}.`)
    else {
      roles[role] = parsed.css
      if (parsed.legacy)
        report(
          path,
          'note',
          'a colour as plain text is the legacy form',
          'Write { "colorSpace": "srgb", "components": [r, g, b] }.',
        )
    }
  }
  return { roles, tree, problems }
}

function kindOf(role: string): Kind | 'color' | undefined {
  return role in colourRoles ? 'color' : shape[role]?.kind
}

function* walk(group: JsonMap, path: string[] = [], inherited?: string): Generator<Found> {
  const type = typeof group.$type === 'string' ? group.$type : inherited
  if ('$value' in group) {
    yield { path, type, value: group.$value }
    return
  }
  for (const [key, inner] of Object.entries(group)) {
    if (!key.startsWith('$') && isMap(inner)) yield* walk(inner, [...path, key], type)
  }
}

/** Follows `{group.token}` through at most eight aliases. */
function follow(
  value: Json | undefined,
  trees: JsonMap[],
  depth = 0,
): { value: Json | undefined } | { reason: string } {
  const name = typeof value === 'string' ? /^\{([^{}]+)\}$/.exec(value)?.[1] : undefined
  if (!name) return { value }
  if (depth > 8) return { reason: `the alias {${name}} runs in a circle` }
  for (const tree of trees) {
    const token = name.split('.').reduce<Json | undefined>((node, key) => (isMap(node) ? node[key] : undefined), tree)
    if (isMap(token) && '$value' in token) return follow(token.$value, trees, depth + 1)
  }
  return { reason: `the alias {${name}} points at nothing` }
}
