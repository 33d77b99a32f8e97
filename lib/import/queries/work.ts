import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { type EngineerViewer, viewerShape } from '#lib/access/viewer.ts'
import { importRows, imports } from '#lib/db/schema/index.ts'
import { asNobody, asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import type { ImportCounts, ImportProblem } from '../import.ts'
import type { Verdict } from '../judge.ts'

export type ImportRecord = typeof imports.$inferSelect
export type Claim = { import: number; worker: string }

/** How long a worker may be silent before another takes its import over. */
export const SILENCE_SECONDS = 30

/** The import, if there is work to do and nobody at it. */
export async function claim(viewer: EngineerViewer, id: number, worker: string): Promise<ImportRecord | undefined> {
  return asViewer(viewer, async (tx) => {
    const [claimed] = await tx
      .update(imports)
      .set({ worker, heartbeatAt: sql`now()` })
      .where(
        and(
          eq(imports.id, id),
          inArray(imports.state, ['checking', 'running']),
          sql`(${imports.worker} is null or ${imports.heartbeatAt} < now() - make_interval(secs => ${SILENCE_SECONDS}))`,
        ),
      )
      .returning()
    return claimed
  })
}

type Progress = Partial<Pick<ImportRecord, 'state' | 'done' | 'total' | 'counts' | 'problem' | 'finishedAt'>>

/** Notes how far the work is. @throws AppError `conflict` where another worker has taken over: nothing of it may stand */
export async function progress(tx: Transaction, { import: id, worker }: Claim, set: Progress): Promise<void> {
  const mine = await tx
    .update(imports)
    .set({ ...set, heartbeatAt: sql`now()` })
    .where(and(eq(imports.id, id), eq(imports.worker, worker)))
    .returning({ id: imports.id })
  if (mine.length === 0) throw new AppError('conflict')
}

/** Lets go of the import in its next state. */
export async function letGo(
  tx: Transaction,
  claimed: Claim,
  state: ImportRecord['state'],
  { counts, problem = null }: { counts?: ImportCounts; problem?: ImportProblem | null } = {},
): Promise<void> {
  const over = state === 'done' || state === 'failed'
  await progress(tx, claimed, {
    state,
    problem,
    ...(counts ? { counts } : {}),
    ...(over ? { finishedAt: new Date() } : {}),
  })
  await tx.update(imports).set({ worker: null }).where(eq(imports.id, claimed.import))
}

/** Writes down what became of each row, in place of what stood there before. */
export async function reportRows(tx: Transaction, id: number, verdicts: readonly Verdict[]): Promise<void> {
  const rows = verdicts.map(({ line, name, outcome, changes, problems }) => ({
    line,
    name,
    outcome,
    changes,
    problems,
  }))
  await tx.execute(sql`insert into ${importRows} (import_id, line, outcome, name, changes, problems)
    select ${id}, r.line, r.outcome, left(r.name, 200), r.changes, r.problems
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(line int, outcome text, name text, changes text[], problems text[])`)
}

export async function forgetRows(tx: Transaction, id: number): Promise<void> {
  await tx.delete(importRows).where(eq(importRows.importId, id))
}

/** Imports whose worker fell silent, with their engineers; null where that one is refused by now, and the import ended. */
export async function silentImports(): Promise<{ id: number; viewer: EngineerViewer }[]> {
  return asNobody((db) =>
    db.transaction(async (tx) => {
      const found: { id: number; viewer: EngineerViewer }[] = []
      const rows = await tx.execute<{ id: string; engineer: string }>(
        sql`select import_id as id, engineer_id as engineer from silent_imports(make_interval(secs => ${SILENCE_SECONDS}))`,
      )
      for (const { id, engineer } of rows) {
        const [row] = await tx.execute<{ rights: unknown }>(
          sql`select act_as('engineer', ${engineer}::bigint) as rights`,
        )
        const viewer = viewerShape.safeParse(row?.rights)
        if (viewer.success && viewer.data.kind === 'engineer') found.push({ id: Number(id), viewer: viewer.data })
        else await tx.execute(sql`select give_up_import(${id}::bigint)`)
      }
      return found
    }),
  )
}
