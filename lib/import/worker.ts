import { randomUUID } from 'node:crypto'
import type { EngineerViewer } from '../access/viewer.ts'
import { removeStored } from '../attachments/store.ts'
import { asViewer } from '../db/transaction.ts'
import { AppError } from '../errors.ts'
import { faultOf, log } from '../log.ts'
import { check, prepare, type Work } from './check.ts'
import type { ImportProblem } from './import.ts'
import { forgetFile } from './queries/file.ts'
import { claim, letGo, progress, silentImports } from './queries/work.ts'
import { FileProblem } from './reading/problem.ts'
import { isRefusal, runAll, runRows, SomeRefused } from './run.ts'

const BEAT = 5_000

/**
 * Does what the import waits for, its check or its run, unless somebody is at it. Resolves when it is over, whichever way;
 * a process that dies meanwhile leaves all of it or, row by row, a part from which the next worker goes on.
 */
export async function workOn(viewer: EngineerViewer, id: number): Promise<void> {
  // What was begun goes on after its engineer has signed out; its rights are asked of every transaction.
  const { session: _, ...owner } = viewer
  const worker = randomUUID()
  const record = await claim(owner, id, worker)
  if (!record) return
  const work = await prepare(owner, record, worker)
  const beating = setInterval(() => void beat(work).catch(() => {}), BEAT)
  try {
    await through(work)
  } catch (error) {
    await fail(work, error)
  } finally {
    clearInterval(beating)
  }
}

/** The same without waiting, for a page that shows how far it is. */
export function workInBackground(viewer: EngineerViewer, id: number): void {
  workOn(viewer, id).catch((error) => log().error({ fault: faultOf(error), import: id }, 'import stopped'))
}

/** Takes over every import whose worker fell silent. */
export async function takeOverSilent(): Promise<void> {
  for (const { id, viewer } of await silentImports()) await workOn(viewer, id)
}

async function through(work: Work): Promise<void> {
  if (work.record.state === 'checking') return void (await check(work))
  try {
    await (work.record.options.mode === 'all' ? runAll(work) : runRows(work))
  } catch (error) {
    if (!(error instanceof SomeRefused || isRefusal(error))) throw error
    const counts = await check(work)
    log().info({ import: work.record.id, refused: counts.refused }, 'import refused rows')
    return
  }
  await forgetFile(work.viewer, work.record.id)
  if (work.record.storageKey) await removeStored(work.record.storageKey)
}

function beat({ viewer, claimed, record, unseen }: Work): Promise<void> {
  const hidden = record.state === 'running' && record.options.mode === 'all'
  return asViewer(viewer, (tx) => progress(tx, claimed, hidden ? { done: unseen } : {}))
}

/** Out of reach of the database, or overtaken: whoever comes next goes on. Anything else ends the import, with its reason. */
async function fail({ viewer, claimed }: Work, error: unknown): Promise<void> {
  if (error instanceof AppError && (error.code === 'unavailable' || error.code === 'conflict')) throw error
  const problem: ImportProblem = error instanceof FileProblem ? error.problem : { key: keyOf(error) }
  await asViewer(viewer, (tx) => letGo(tx, claimed, 'failed', { problem }))
  if (problem.key === 'unexpected') throw error
}

function keyOf(error: unknown): string {
  if (error instanceof AppError && error.code === 'forbidden') return 'forbidden'
  return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'fileGone' : 'unexpected'
}
