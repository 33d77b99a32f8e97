import { createReadStream } from 'node:fs'
import { type ImportOptions, type Level, MOST_BYTES } from './import.ts'
import { rowsOf } from './reading/records.ts'
import { type ImportRow, importRow } from './row.ts'
import { Seen } from './seen.ts'
import type { Target } from './targets.ts'

export const BATCH = 1000

/**
 * The rows of the file in batches, each judged by itself and against the rows before it in the file. While the database is busy
 * with one, the next is read.
 * @throws FileProblem
 */
export async function* batchesOf(
  path: string,
  options: ImportOptions,
  shape: { level: Level; targets: readonly Target[] },
): AsyncGenerator<ImportRow[]> {
  const reading = read(path, options, shape)
  try {
    let next = reading.next()
    for (let { done, value } = await next; !done; { done, value } = await next) {
      next = reading.next()
      // Whoever asks for the next batch hears of its fault; whoever stops before that need not.
      next.catch(() => {})
      yield value
    }
  } finally {
    await reading.return(undefined)
  }
}

async function* read(
  path: string,
  options: ImportOptions,
  { level, targets }: { level: Level; targets: readonly Target[] },
): AsyncGenerator<ImportRow[]> {
  const byKey = new Map(targets.map((target) => [target.key, target]))
  const wanted = { targets: options.mapping.map((key) => byKey.get(key)), empty: options.empty }
  const seen = new Seen()
  let batch: ImportRow[] = []
  let header = true
  for await (const row of rowsOf(createReadStream(path, { end: MOST_BYTES }), options)) {
    if (header) {
      header = false
      continue
    }
    const given = importRow(row, wanted)
    seen.judge(given, level)
    if (batch.push(given) < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
