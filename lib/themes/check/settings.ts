import type { BuiltTheme } from '../built.ts'
import type { Layer } from '../layer.ts'
import { didYouMean, lineOf, type Problem } from '../problem.ts'

/** Columns and filters that every ticket has; a queue's own fields are written `field.<name>`. */
export const ticketFields = ['number', 'subject', 'status', 'queue', 'owner', 'engineer', 'created', 'activity']

export function settingsFaults([{ folder }]: readonly [Layer, ...Layer[]], built: BuiltTheme): Problem[] {
  const file = 'theme.json'
  const text = folder.files.get(file)?.toString('utf8') ?? ''
  const { columns, filters, sort } = built.ticketList
  const known = (name: string) => ticketFields.includes(name) || /^field\.\w/.test(name)
  const line = lineOf(text, ['ticketList'])
  const unknown = [...columns.map(({ field }) => field), ...filters, sort.replace(/^-/, '')].filter(
    (name) => !known(name),
  )
  const problems = [...new Set(unknown)].map((name): Problem => {
    return {
      effect: 'refuse',
      file,
      line,
      reason: `ticketList: no field is called "${name}"`,
      remedy: didYouMean(name, ticketFields),
    }
  })
  if (!columns.some(({ field }) => field === 'subject')) {
    problems.push({
      effect: 'refuse',
      file,
      line,
      reason: 'ticketList: the subject is not among the columns',
      remedy: 'Add it; it is the link to the ticket.',
    })
  }
  return [...problems, ...missingLinks(built), ...sameSchemes(built)]
}

function missingLinks({ links }: BuiltTheme): Problem[] {
  return (['imprint', 'privacy'] as const)
    .filter((kind) => !links[kind])
    .map((kind) => ({
      effect: 'note',
      file: 'theme.json',
      line: 1,
      reason: `links.${kind} is missing`,
      remedy: 'Most countries ask for it; give its address.',
    }))
}

function sameSchemes({ schemes, tokens }: BuiltTheme): Problem[] {
  const same = schemes === 'both' && tokens.light.canvas === tokens.dark.canvas
  const remedy = 'Set "schemes" to one, or let the dark scheme be derived.'
  return same
    ? [
        {
          effect: 'refuse',
          file: 'tokens/dark.tokens.json',
          line: 1,
          reason: 'light and dark have the same canvas',
          remedy,
        },
      ]
    : []
}
