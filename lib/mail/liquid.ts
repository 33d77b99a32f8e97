import { Liquid, LiquidError } from 'liquidjs'

/** The tags that a text may use; those that reach for files or other templates are taken out, and none can call code. */
const TAGS = ['if', 'unless', 'case', 'comment']
const MAX_SOURCE = 20_000
const MAX_RESULT = 100_000

/** What is wrong with a text, at which line of it. */
export class TemplateProblem extends Error {
  readonly line: number
  constructor(message: string, line: number) {
    super(message)
    this.name = 'TemplateProblem'
    this.line = line
  }
}

/** Values by their dotted names, as `kinds.ts` lists them. */
export type Values = Readonly<Record<string, string>>

/**
 * The text with its values in place. Unknown names, filters and tags are problems, not blanks; work and size are bounded.
 * @param shown what stands in the result for a value, after its filters
 * @throws TemplateProblem
 */
export function fill(source: string, values: Values, shown: (value: string) => string = (value) => value): string {
  return guarded(source, () => {
    const result = String(engineFor(shown).parseAndRenderSync(source, nested(values)))
    if (result.length > MAX_RESULT) throw new TemplateProblem('too long', 1)
    return result
  })
}

/** The names of all values that a text mentions, in branches too, each with a line where it stands. @throws TemplateProblem */
export function namesIn(source: string): { name: string; line: number }[] {
  return guarded(source, () =>
    engineFor(String)
      .globalFullVariablesSync(source)
      .map((name) => ({ name, line: source.slice(0, Math.max(0, source.indexOf(name))).split('\n').length })),
  )
}

function engineFor(shown: (value: string) => string): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: (value) => shown(String(value ?? '')),
    templates: {},
    parseLimit: MAX_SOURCE,
    renderLimit: 200,
    memoryLimit: 1_000_000,
  })
  for (const tag of Object.keys(engine.tags)) if (!TAGS.includes(tag)) delete engine.tags[tag]
  // As a filter of its own it would let a value pass unescaped.
  engine.registerFilter('raw', (value: unknown) => value)
  return engine
}

function guarded<T>(source: string, work: () => T): T {
  if (source.length > MAX_SOURCE) throw new TemplateProblem('too long', 1)
  try {
    return work()
  } catch (error) {
    throw error instanceof TemplateProblem ? error : problemOf(error)
  }
}

/** `{ 'ticket.number': '1' }` as `{ ticket: { number: '1' } }`. */
function nested(values: Values): object {
  const root: Record<string, string | Record<string, string>> = {}
  for (const [name, value] of Object.entries(values)) {
    const [first = '', second] = name.split('.')
    if (second === undefined) root[first] = value
    else root[first] = { ...(root[first] as Record<string, string> | undefined), [second]: value }
  }
  return root
}

function problemOf(error: unknown): TemplateProblem {
  const message = error instanceof Error ? error.message : String(error)
  const line = LiquidError.is(error) ? (error.token?.getPosition()[0] ?? 1) : 1
  return new TemplateProblem(message.replace(/, file:.*$|, line:\d+.*$/s, '').slice(0, 200), line)
}
