import { parseArgs } from 'node:util'

export type Wishes = {
  file: string
  engineer: string
  group: string
  level: 'company' | 'contact'
  mode: 'all' | 'rows'
  dryRun: boolean
  empty: 'keep' | 'clear'
  profile: string | undefined
  encoding: string | undefined
  separator: string | undefined
  /** Header to target, over what is guessed. */
  map: Map<string, string>
  report: string | undefined
}

export const USAGE = `npm run import -- people.csv --group hartmann --as katrin.berger [options]
  --companies              each row is a company, not a contact
  --dry-run                say what would happen, and write nothing
  --rows                   leave refused rows out instead of writing nothing at all
  --map "Header=target"    where a column goes; several times; "Header=" leaves it out
  --profile cmtrack_basic  profile of accounts that have none
  --clear                  an empty cell takes away what is there
  --encoding utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, windows-1250, macintosh
  --separator ";" "," "|" or tab
  --report report.csv      write what became of each row
Ends with 0 when everything was imported, 1 when a row was refused or nothing was written, 2 for a wrong call.
`

/** What the operator wishes, or what is wrong with the call. */
export function readWishes(args: string[]): Wishes | string {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
    const [file, ...others] = positionals
    if (!file || others.length > 0) return 'Name one file.'
    if (!values.group || !values.as) return 'Name the customer group with --group and the engineer with --as.'
    const pairs = (values.map ?? []).map((pair) => pair.split(/=(?=[^=]*$)/, 2))
    if (pairs.some((pair) => pair.length < 2)) return 'Write --map as "Header=target".'
    return {
      file,
      engineer: values.as,
      group: values.group,
      level: values.companies ? 'company' : 'contact',
      mode: values.rows ? 'rows' : 'all',
      dryRun: values['dry-run'],
      empty: values.clear ? 'clear' : 'keep',
      profile: values.profile,
      encoding: values.encoding,
      separator: values.separator === 'tab' ? '\t' : values.separator,
      map: new Map(pairs.map(([header = '', target = '']) => [header.trim(), target.trim()])),
      report: values.report,
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const options = {
  group: { type: 'string' },
  as: { type: 'string' },
  companies: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  rows: { type: 'boolean', default: false },
  clear: { type: 'boolean', default: false },
  map: { type: 'string', multiple: true },
  profile: { type: 'string' },
  encoding: { type: 'string' },
  separator: { type: 'string' },
  report: { type: 'string' },
} as const
