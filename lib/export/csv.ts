import { Readable } from 'node:stream'
import { create as contentDisposition } from 'content-disposition'
import { stringify } from 'csv-stringify'

type Cell = string | number | boolean | Date | null

/**
 * Rows as a CSV file (RFC 4180) that is sent while they are read. It opens in a spreadsheet: UTF-8 with a byte order mark,
 * and a cell that would be a formula there begins with an apostrophe (= + - @, tab and carriage return).
 */
export function csvDownload(rows: AsyncIterable<Cell[]>, name: string): Response {
  const text = Readable.from(rows).pipe(csvText())
  return new Response(Readable.toWeb(text) as ReadableStream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': contentDisposition(name),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

export function csvText() {
  return stringify({
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => (value ? 'true' : 'false'), date: (value) => value.toISOString() },
  })
}
