import { createReadStream } from 'node:fs'
import { type ImportOptions, type Level, MOST_BYTES } from './import.ts'
import { rowsOf } from './reading/records.ts'
import { type ImportRow, importRow } from './row.ts'
import { Seen } from './seen.ts'
import type { Target } from './targets.ts'

export const BATCH = 1000

/**
 * The rows of the file in batches, each judged by itself and against the rows before it in the file.
 * @throws FileProblem
 */
export async function* batchesOf(
  path: string,
  options: ImportOptions,
  { level, targets }: { level: Level; targets: readonly Target[] },
): AsyncGenerator<ImportRow[]> {
  const byKey = new Map(targets.map((target) => [target.key, target]))
  const reading = { targets: options.mapping.map((key) => byKey.get(key)), empty: options.empty }
  const seen = new Seen()
  let batch: ImportRow[] = []
  let header = true
  for await (const row of rowsOf(createReadStream(path, { end: MOST_BYTES }), options)) {
    if (header) {
      header = false
      continue
    }
    const read = importRow(row, reading)
    seen.judge(read, level)
    if (batch.push(read) < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
