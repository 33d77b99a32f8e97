import { readFileSync } from 'node:fs'
import { z } from 'zod'

const measurementShape = z.object({
  connections: z.number(),
  requests: z.number(),
  perSecond: z.number(),
  p50: z.number(),
  p99: z.number(),
  cpu: z.number(),
  wrong: z.number(),
})

const rowShape = z.object({
  contact: z.string(),
  page: z.string(),
  bytes: z.number(),
  transactions: z.number(),
  statements: z.number(),
  measured: measurementShape,
  floor: measurementShape.optional(),
})
export type ReportRow = z.infer<typeof rowShape>

const reportShape = z.object({
  tickets: z.number(),
  at: z.string(),
  node: z.string(),
  rows: z.array(rowShape),
  /** Resident bytes after so many requests. */
  memory: z.array(z.object({ requests: z.number(), bytes: z.number() })),
})
export type Report = z.infer<typeof reportShape>

export const readReport = (path: string): Report => reportShape.parse(JSON.parse(readFileSync(path, 'utf8')))

const fixed = (value: number | undefined, digits = 1) => (value === undefined ? '' : value.toFixed(digits))
const ratio = (value: number, base: number | undefined) => (base ? fixed(value / base, 2) : '')

/** The measurements as a table for people; ratios are page to floor. */
export function reportTable({ tickets, rows, memory }: Report): string {
  const head = [
    'contact',
    'page',
    'conn',
    'req/s',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'floor CPU',
    'CPU x',
    'p50 x',
    'kB',
    'tx',
    'SQL',
    'wrong',
  ]
  const lines = rows.map(({ contact, page, measured: own, floor, bytes, transactions, statements }) => [
    contact.replace('bench.', ''),
    page,
    String(own.connections),
    fixed(own.perSecond, 0),
    fixed(own.p50),
    fixed(own.p99),
    fixed(own.cpu, 2),
    fixed(floor?.cpu, 2),
    ratio(own.cpu, floor?.cpu),
    ratio(own.p50, floor?.p50),
    fixed(bytes / 1000),
    String(transactions),
    String(statements),
    String(own.wrong),
  ])
  const resident = memory.map(
    ({ requests, bytes }) => `${(bytes / 1_048_576).toFixed(0)} MB after ${requests.toLocaleString('en')}`,
  )
  return [
    `${tickets.toLocaleString('en')} tickets`,
    aligned([head, ...lines]),
    resident.length ? `Memory: ${resident.join(', ')} requests` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

/** This run's figures divided by another's, page by page. The floor's share is what the database alone has grown. */
export function comparison(now: Report, other: Report): string {
  const lines = now.rows.flatMap(({ contact, page, measured, floor }) => {
    const match = other.rows.find(
      (row) => row.contact === contact && row.page === page && row.measured.connections === measured.connections,
    )
    if (!match) return []
    const ratios = [
      ratio(measured.p50, match.measured.p50),
      ratio(measured.cpu, match.measured.cpu),
      floor ? ratio(floor.p50, match.floor?.p50) : '',
    ]
    return [[contact.replace('bench.', ''), page, String(measured.connections), ...ratios]]
  })
  const title = `${now.tickets.toLocaleString('en')} tickets compared with ${other.tickets.toLocaleString('en')}`
  return `${title}\n${aligned([['contact', 'page', 'conn', 'p50 x', 'CPU x', 'floor p50 x'], ...lines])}`
}

function aligned(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n')
}
