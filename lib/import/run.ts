import { record as audit } from '../audit/commands.ts'
import { hashPassword } from '../auth/passwords.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { apply } from './apply.ts'
import type { Work } from './check.ts'
import { type ImportCounts, noCounts } from './import.ts'
import { judge, type Made, type Verdict } from './judge.ts'
import { problemText } from './problem.ts'
import { knownFor } from './queries/known.ts'
import { forgetRows, letGo, progress, reportRows } from './queries/work.ts'
import type { ImportRow } from './row.ts'
import { batchesOf } from './rows.ts'

type Hashes = ReadonlyMap<number, string>

/** Not one row may be refused in a run of all or nothing. */
export class SomeRefused extends Error {}

/**
 * All rows or none, in one transaction. The passwords are hashed before it begins.
 * @throws SomeRefused where a row is refused by now; nothing was written
 */
export async function runAll(work: Work): Promise<void> {
  const hashes = await hashesOf(work)
  work.unseen = 0
  await asViewer(work.viewer, async (tx) => {
    const counts = noCounts()
    const made: Made = new Map()
    await forgetRows(tx, work.record.id)
    for await (const rows of batches(work)) {
      const verdicts = await judged(tx, work, rows, made)
      if (verdicts.some(({ outcome }) => outcome === 'refused')) throw new SomeRefused()
      await apply(tx, work.record.customerGroupId, verdicts, hashes)
      await reportRows(tx, work.record.id, verdicts)
      count(counts, verdicts)
      work.unseen += rows.length
    }
    await finish(tx, work, counts)
  })
}

/** Row by row: what is refused is left out. Each batch is kept together with how far it came, so that a killed run goes on there. */
export async function runRows(work: Work): Promise<void> {
  const { record, viewer, claimed } = work
  const counts = record.done > 0 && record.counts ? record.counts : noCounts()
  if (record.done === 0) await asViewer(viewer, (tx) => forgetRows(tx, record.id))
  let done = 0
  for await (const rows of batches(work)) {
    done += rows.length
    if (done <= record.done) continue
    const hashes = await hashesFor(work, rows)
    await asViewer(viewer, async (tx) => {
      count(counts, await writeBatch(tx, work, rows, hashes))
      await progress(tx, claimed, { done, counts })
    })
  }
  await asViewer(viewer, (tx) => finish(tx, work, counts))
}

/** A batch that the database refuses is tried again in halves, until the row that it refuses stands alone. */
async function writeBatch(tx: Transaction, work: Work, rows: ImportRow[], hashes: Hashes): Promise<Verdict[]> {
  try {
    return await tx.transaction(async (inner) => {
      const verdicts = await judged(inner, work, rows, new Map())
      await apply(inner, work.record.customerGroupId, verdicts, hashes)
      await reportRows(inner, work.record.id, verdicts)
      return verdicts
    })
  } catch (error) {
    const [row] = rows
    if (!row || !isRefusal(error)) throw error
    if (rows.length > 1) {
      const half = Math.ceil(rows.length / 2)
      const first = await writeBatch(tx, work, rows.slice(0, half), hashes)
      return [...first, ...(await writeBatch(tx, work, rows.slice(half), hashes))]
    }
    const problems = [problemText({ key: 'conflict' })]
    const refused: Verdict = { line: row.line, name: row.contact.name ?? '', outcome: 'refused', changes: [], problems }
    await reportRows(tx, work.record.id, [refused])
    return [refused]
  }
}

/** Class 23 is a broken constraint, as where somebody took the login meanwhile; 22 a value that PostgreSQL does not take. */
export function isRefusal(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return cause instanceof Error && 'code' in cause && /^2[23]/.test(String(cause.code))
}

async function judged(tx: Transaction, { record, rules }: Work, rows: ImportRow[], made: Made): Promise<Verdict[]> {
  const known = await knownFor(tx, record.customerGroupId, rows)
  return rows.map((row) => judge(row, known, rules, made))
}

function batches({ path, record, targets }: Work) {
  return batchesOf(path, record.options, { level: record.level, targets })
}

function count(counts: ImportCounts, verdicts: readonly Verdict[]): void {
  for (const { outcome } of verdicts) counts[outcome]++
}

/** Of the whole file; two at a time, as everywhere. */
async function hashesOf(work: Work): Promise<Hashes> {
  const all = new Map<number, string>()
  if (!work.record.options.mapping.includes('password')) return all
  for await (const rows of batches(work)) for (const [line, hash] of await hashesFor(work, rows)) all.set(line, hash)
  return all
}

async function hashesFor(work: Work, rows: ImportRow[]): Promise<Hashes> {
  if (!rows.some(({ account }) => account.password !== undefined)) return new Map()
  const verdicts = await asViewer(work.viewer, (tx) => judged(tx, work, rows, new Map()))
  const wanted = verdicts.flatMap(({ line, account }) =>
    account?.password === undefined ? [] : [{ line, password: account.password }],
  )
  return new Map(
    await Promise.all(wanted.map(async ({ line, password }) => [line, await hashOne(work, password)] as const)),
  )
}

async function hashOne(work: Work, password: string): Promise<string> {
  const hash = await hashPassword(password)
  work.unseen++
  return hash
}

/** The last words of a run, in the transaction of its last rows: counts and the file's hash, never a value of it. */
async function finish(tx: Transaction, { record, viewer, claimed }: Work, counts: ImportCounts): Promise<void> {
  const { fileName, sha256, level, options } = record
  await letGo(tx, claimed, 'done', { counts })
  await audit(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: 'import.done',
      subjectKind: 'customer_group',
      subjectId: String(record.customerGroupId),
      after: { import: record.id, file: fileName, sha256, level, mode: options.mode, ...counts },
    },
    tx,
  )
}
