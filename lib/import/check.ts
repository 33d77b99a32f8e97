import type { EngineerViewer } from '../access/viewer.ts'
import { fileAt } from '../attachments/store.ts'
import { asViewer } from '../db/transaction.ts'
import { type ImportCounts, noCounts } from './import.ts'
import { judge, type Made } from './judge.ts'
import type { Rules } from './known.ts'
import { knownFor } from './queries/known.ts'
import { rulesFor } from './queries/rules.ts'
import { type Claim, forgetRows, type ImportRecord, letGo, progress, reportRows } from './queries/work.ts'
import { batchesOf } from './rows.ts'
import type { Target } from './targets.ts'

export type Work = {
  viewer: EngineerViewer
  record: ImportRecord
  claimed: Claim
  targets: Target[]
  rules: Rules
  path: string
  /** How far a run of all or nothing is, which nobody else can see before it ends. */
  unseen: number
}

/** Everything that one pass over the file needs. */
export async function prepare(viewer: EngineerViewer, record: ImportRecord, worker: string): Promise<Work> {
  const { level, customerGroupId, options, storageKey } = record
  const { targets, ...rules } = await asViewer(viewer, (tx) => rulesFor(tx, viewer, customerGroupId, level))
  return {
    viewer,
    record,
    claimed: { import: record.id, worker },
    targets,
    rules: { ...rules, level, defaultProfile: options.defaultProfile },
    path: fileAt(storageKey ?? ''),
    unseen: 0,
  }
}

/** The dry run: says of each row what a run would do, and writes nothing else. */
export async function check(work: Work): Promise<ImportCounts> {
  const { viewer, record, claimed, rules } = work
  const counts = noCounts()
  const made: Made = new Map()
  let done = 0
  await asViewer(viewer, (tx) => forgetRows(tx, record.id))
  for await (const rows of batchesOf(work.path, record.options, { level: record.level, targets: work.targets })) {
    await asViewer(viewer, async (tx) => {
      const known = await knownFor(tx, record.customerGroupId, rows)
      const verdicts = rows.map((row) => judge(row, known, rules, made))
      for (const { outcome } of verdicts) counts[outcome]++
      await reportRows(tx, record.id, verdicts)
      done += rows.length
      await progress(tx, claimed, { done, counts })
    })
  }
  await asViewer(viewer, async (tx) => {
    await progress(tx, claimed, { total: done })
    await letGo(tx, claimed, 'checked', { counts })
  })
  return counts
}
