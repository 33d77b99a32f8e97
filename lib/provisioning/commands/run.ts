import 'server-only'
import { and, desc, eq, inArray, notInArray, sql } from 'drizzle-orm'
import { record } from '#lib/audit/commands.ts'
import { provisioningRows, provisioningRuns, provisionings } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { AppError } from '#lib/errors.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { faultOf, log } from '#lib/log.ts'
import type { Verdict } from '../judge.ts'
import { type Provisioning, ruleSetOf } from '../queries/frame.ts'
import { attributesOf } from '../rule-set.ts'
import { KEPT_RUNS } from '../run.ts'
import { SourceProblem } from '../source-problem.ts'
import { asProvisioning } from './as-provisioning.ts'
import { carryOut, type Done, type SourcePerson } from './carry-out.ts'

type Run = typeof provisioningRuns.$inferSelect
/** Everybody whom the source has, or none at all. @throws SourceProblem where the list is not known to be whole */
export type ReadPeople = (provisioning: Provisioning, attributes: readonly string[]) => Promise<SourcePerson[]>

/**
 * Works on a run that waits, or that somebody left who died: reads all people first, then judges and writes in one transaction
 * together with the report. Where the source fails on the way nothing was changed, and the run says why.
 */
export async function workOnRun(id: number, read: ReadPeople): Promise<void> {
  const begun = await begin(id)
  if (!begun) return
  const { run, provisioning, attributes } = begun
  try {
    const people = await read(provisioning, attributes)
    await asProvisioning(provisioning.id, async (tx) => finish(tx, run, await carryOut(tx, provisioning, run, people)))
  } catch (error) {
    // Out of reach of the database: the job is done again.
    if (error instanceof AppError && error.code === 'unavailable') throw error
    log().warn({ fault: faultOf(error), run: id }, 'synchronisation failed')
    await fail(run, error instanceof SourceProblem ? error.key : 'unexpected')
  }
}

async function begin(id: number) {
  return asSystem(async (tx) => {
    const [run] = await tx
      .update(provisioningRuns)
      .set({ state: 'running', startedAt: new Date() })
      .where(and(eq(provisioningRuns.id, id), inArray(provisioningRuns.state, ['waiting', 'running'])))
      .returning()
    if (!run) return undefined
    const [provisioning] = await tx.select().from(provisionings).where(eq(provisionings.id, run.provisioningId))
    if (!provisioning) return undefined
    return { run, provisioning, attributes: attributesOf(await ruleSetOf(tx, provisioning)) }
  })
}

async function finish(tx: Transaction, run: Run, { state, counts, verdicts }: Done): Promise<void> {
  await reportRows(tx, run, verdicts)
  const [ended] = await tx
    .update(provisioningRuns)
    .set({ state, counts, finishedAt: new Date() })
    .where(and(eq(provisioningRuns.id, run.id), eq(provisioningRuns.state, 'running')))
    .returning({ id: provisioningRuns.id })
  // Given up meanwhile, as one that took too long: then nothing of it stays.
  if (!ended) throw new AppError('conflict')
  await forgetOld(tx, run.provisioningId)
  if (run.kind === 'apply') await tell(tx, run, state, counts)
}

/** A dry run lists everybody; the report of a change leaves out whom nothing happened to. */
async function reportRows(tx: Transaction, run: Run, verdicts: readonly Verdict[]): Promise<void> {
  const told = verdicts.filter(({ outcome, reasons }) => run.kind === 'dry' || outcome !== 'left' || reasons.length > 0)
  for (let at = 0; at < told.length; at += 1000) {
    const rows = told.slice(at, at + 1000).map((verdict, index) => ({
      number: at + index + 1,
      outcome: verdict.outcome,
      name: verdict.name.slice(0, 200),
      login: verdict.login.slice(0, 200),
      identity: verdict.identity.slice(0, 200),
      contact_id: verdict.contactId ?? null,
      changes: verdict.changes,
      reasons: verdict.reasons,
    }))
    await tx.execute(sql`insert into ${provisioningRows} (run_id, number, outcome, name, login, identity, contact_id, changes, reasons)
      select ${run.id}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(number int, outcome text, name text, login text, identity text, contact_id bigint, changes text[], reasons text[])`)
  }
}

async function forgetOld(tx: Transaction, provisioning: number): Promise<void> {
  const kept = tx
    .select({ id: provisioningRuns.id })
    .from(provisioningRuns)
    .where(eq(provisioningRuns.provisioningId, provisioning))
    .orderBy(desc(provisioningRuns.id))
    .limit(KEPT_RUNS)
  await tx
    .delete(provisioningRuns)
    .where(and(eq(provisioningRuns.provisioningId, provisioning), notInArray(provisioningRuns.id, kept)))
}

async function fail(run: Run, problem: string): Promise<void> {
  await asSystem(async (tx) => {
    await tx
      .update(provisioningRuns)
      .set({ state: 'failed', problem, finishedAt: new Date() })
      .where(and(eq(provisioningRuns.id, run.id), eq(provisioningRuns.state, 'running')))
    await tell(tx, run, 'failed', { problem })
  })
}

function tell(tx: Transaction, run: Run, state: string, outcome: object): Promise<void> {
  return record(
    {
      actorKind: 'system',
      action: 'provisioning.run',
      subjectKind: 'provisioning',
      subjectId: String(run.provisioningId),
      after: { run: run.id, kind: run.kind, state, ...outcome, ...(run.agreed ? { agreed: run.agreed } : {}) },
    },
    tx,
  )
}
