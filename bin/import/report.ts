import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { csvText } from '#lib/export/csv.ts'
import { reportPage } from '#lib/import/queries/page.ts'
import { problemOfRow } from './summary.ts'

const PIECE = 1000

/** Writes what became, or would become, of each row. */
export async function writeReport(viewer: EngineerViewer, id: number, path: string): Promise<void> {
  await pipeline(Readable.from(rowsOf(viewer, id)), csvText(), createWriteStream(path))
}

async function* rowsOf(viewer: EngineerViewer, id: number) {
  yield ['line', 'outcome', 'name', 'changes', 'reasons']
  let after = 0
  for (;;) {
    const piece = await reportPage(viewer, id, { after, size: PIECE })
    for (const { line, outcome, name, changes, problems } of piece) {
      yield [line, outcome, name, changes.join(', '), problems.map(problemOfRow).join(' ')]
    }
    const last = piece.at(-1)
    if (!last || piece.length < PIECE) return
    after = last.line
  }
}
