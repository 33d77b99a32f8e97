import { open } from 'node:fs/promises'
import { MOST_COLUMNS } from '../import.ts'
import { encodingOf } from './encoding.ts'
import { FileProblem } from './problem.ts'
import { type Dialect, type FileRow, rowsOf } from './records.ts'
import { separatorOf } from './separator.ts'

const SAMPLE = 64 * 1024

/** Encoding and separator of a file, by its first bytes. */
export async function dialectOf(path: string): Promise<Dialect> {
  const bytes = await sampleOf(path)
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes, { stream: true })
  return { encoding, separator: separatorOf(text) }
}

/**
 * The headers and the first rows of a file.
 * @throws FileProblem as `rowsOf`; `empty`, or `duplicateHeader` with its name
 */
export async function beginningOf(
  path: string,
  dialect: Dialect,
  most = 5,
): Promise<{ headers: string[]; rows: FileRow[] }> {
  const rows: FileRow[] = []
  const file = await open(path, 'r')
  try {
    for await (const row of rowsOf(file.createReadStream({ autoClose: false }), dialect)) {
      rows.push(row)
      if (rows.length > most) break
    }
  } finally {
    await file.close()
  }
  const [first, ...others] = rows
  if (!first || first.cells.every((cell) => cell === '')) throw new FileProblem({ key: 'empty' })
  requireDifferent(first.cells)
  return { headers: first.cells, rows: others }
}

/** Two columns of one name: nobody could say which of them is meant. */
function requireDifferent(headers: string[]): void {
  const seen = new Set<string>()
  for (const header of headers.slice(0, MOST_COLUMNS)) {
    const key = header.toLowerCase()
    if (key !== '' && seen.has(key)) throw new FileProblem({ key: 'duplicateHeader', name: header })
    seen.add(key)
  }
}

async function sampleOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(SAMPLE), 0, SAMPLE, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
