import { Readable } from 'node:stream'
import { CsvError, type Info, parse } from 'csv-parse'
import { MOST_COLUMNS, MOST_ROWS } from '../import.ts'
import { FileProblem } from './problem.ts'
import { textOf } from './text.ts'

/** One row of the file: the line on which it begins, counted from 1, and its cells without outer blanks. */
export type FileRow = { line: number; cells: string[] }
export type Dialect = { encoding: string; separator: string }

const MOST_CHARACTERS_A_ROW = 200_000

/**
 * The rows of a CSV file (RFC 4180), as they are read; the first holds the headers. Empty lines are left out. Memory stays
 * bounded by one row.
 * @throws FileProblem `encoding`, `quotes`, `rowTooLong`, `tooManyRows`, `tooManyColumns`
 */
export async function* rowsOf(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, separator }: Dialect,
): AsyncGenerator<FileRow> {
  const parser = parse({
    delimiter: separator,
    recordDelimiter: '\n',
    info: true,
    relaxColumnCount: true,
    skipEmptyLines: true,
    maxRecordSize: MOST_CHARACTERS_A_ROW,
  })
  let rows = 0
  // Pieces no larger than a row may be: the parser counts a row's size only where a piece ends.
  const source = Readable.from(textOf(bytes, encoding), { objectMode: true })
  source.on('error', (error) => parser.destroy(error))
  source.pipe(parser)
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (rows++ > MOST_ROWS) throw new FileProblem({ key: 'tooManyRows', limit: MOST_ROWS })
      if (record.length > MOST_COLUMNS)
        throw new FileProblem({ key: 'tooManyColumns', line: info.lines, limit: MOST_COLUMNS })
      const within = record.reduce((sum, cell) => sum + lineEndsIn(cell), 0)
      yield { line: info.lines - within, cells: record.map(tidy) }
    }
  } catch (error) {
    throw explained(error)
  } finally {
    source.destroy()
  }
}

function lineEndsIn(cell: string): number {
  return cell.includes('\n') ? cell.split('\n').length - 1 : 0
}

/** Without NUL, which PostgreSQL does not know, and without the apostrophe that keeps a spreadsheet from calculating. */
function tidy(cell: string): string {
  return cell
    .replaceAll('\0', '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
}

function explained(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  const line = typeof error.lines === 'number' ? { line: error.lines } : {}
  const key = error.code === 'CSV_MAX_RECORD_SIZE' ? 'rowTooLong' : 'quotes'
  return new FileProblem({ key, ...line }, { cause: error })
}
