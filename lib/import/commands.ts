import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import type { EngineerViewer } from '../access/viewer.ts'
import { fileAt, removeStored, type StoredFile } from '../attachments/store.ts'
import { record as audit } from '../audit/commands.ts'
import { imports } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { AppError, notFound } from '../errors.ts'
import type { ImportOptions, Level } from './import.ts'
import type { checkInput, readingChoice, runInput } from './input.ts'
import { rulesFor } from './queries/rules.ts'
import type { ImportRecord } from './queries/work.ts'
import { beginningOf, dialectOf } from './reading/beginning.ts'
import { isEncoding } from './reading/encoding.ts'
import { FileProblem } from './reading/problem.ts'
import type { Dialect } from './reading/records.ts'
import { isSeparator } from './reading/separator.ts'
import { guessMapping } from './targets.ts'

type Uploaded = StoredFile & { name: string }

/**
 * Takes a stored file as an import that waits for its columns to be told; encoding, separator and columns are guessed.
 * @throws AppError `not_found` for a customer group that the engineer may not both read and write; the file is removed then
 */
export async function beginImport(
  viewer: EngineerViewer,
  { group, level }: { group: number; level: Level },
  file: Uploaded,
): Promise<number> {
  try {
    if (!viewer.write_groups.includes(group) || !viewer.read_groups.includes(group)) throw notFound()
    const dialect = await dialectOf(fileAt(file.storageKey))
    return await asViewer(viewer, async (tx) => {
      const read = await guessed(tx, viewer, { customerGroupId: group, level, storageKey: file.storageKey }, dialect)
      const [made] = await tx
        .insert(imports)
        .values({
          engineerId: viewer.engineer,
          customerGroupId: group,
          level,
          fileName: file.name,
          fileId: file.id,
          storageKey: file.storageKey,
          bytes: file.bytes,
          sha256: file.sha256,
          options: { ...dialect, mapping: read.mapping, mode: 'all', empty: 'keep', defaultProfile: null },
          problem: read.problem,
        })
        .returning({ id: imports.id })
      if (!made) throw new AppError('unexpected')
      return made.id
    })
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'unavailable')) await removeStored(file.storageKey)
    throw error
  }
}

/** Reads the file in another encoding or with another separator, and guesses its columns anew. */
export function readAnew(viewer: EngineerViewer, id: number, choice: z.output<typeof readingChoice>): Promise<void> {
  const { encoding, separator } = choice
  if (!isEncoding(encoding) || !isSeparator(separator)) throw new AppError('invalid')
  return asViewer(viewer, async (tx) => {
    const held = await own(tx, id, ['mapping', 'checked'])
    const { mapping, problem } = await guessed(tx, viewer, held, { encoding, separator })
    const options = { ...held.options, encoding, separator, mapping }
    await tx.update(imports).set({ options, problem, state: 'mapping', counts: null }).where(eq(imports.id, id))
  })
}

/** Keeps the columns' targets and has every row looked at; nothing is written to customers. @throws AppError `invalid` */
export function askForCheck(viewer: EngineerViewer, input: z.output<typeof checkInput>): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const held = await own(tx, input.id, ['mapping', 'checked'])
    const { targets, choices } = await rulesFor(tx, viewer, held.customerGroupId, held.level)
    const allowed = new Set(targets.map(({ key }) => key))
    const mapping = input.target.map((key) => (allowed.has(key) ? key : ''))
    const named = mapping.filter((key) => key !== '')
    if (named.length === 0) throw new AppError('conflict', { detail: { reason: 'nothingMapped' } })
    if (new Set(named).size < named.length) throw new AppError('conflict', { detail: { reason: 'mappedTwice' } })
    const profile = choices.find(({ id }) => String(id) === input.profile)?.id ?? null
    const options: ImportOptions = { ...held.options, mapping, empty: input.empty, defaultProfile: profile }
    await tx
      .update(imports)
      .set({ options, state: 'checking', problem: null, counts: null, total: null, done: 0, worker: null })
      .where(eq(imports.id, input.id))
  })
}

/**
 * Has the checked file written. @throws AppError `conflict` where all or nothing was asked and a row is refused, or where
 * another import of the customer group runs
 */
export async function askForRun(viewer: EngineerViewer, { id, mode }: z.output<typeof runInput>): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const held = await own(tx, id, ['checked'])
    if (mode === 'all' && held.counts?.refused) throw new AppError('conflict', { detail: { reason: 'someRefused' } })
    const options: ImportOptions = { ...held.options, mode }
    await tx
      .update(imports)
      .set({ options, state: 'running', problem: null, counts: null, done: 0, worker: null })
      .where(eq(imports.id, id))
    await audit(
      {
        actorKind: 'engineer',
        actorId: viewer.engineer,
        action: 'import.started',
        subjectKind: 'customer_group',
        subjectId: String(held.customerGroupId),
        after: { import: id, file: held.fileName, sha256: held.sha256, level: held.level, mode, rows: held.total },
      },
      tx,
    )
  }).catch((error) => {
    const cause = error instanceof Error && error.cause ? error.cause : error
    const taken = cause instanceof Error && 'code' in cause && cause.code === '23505'
    throw taken ? new AppError('conflict', { detail: { reason: 'otherRuns' }, cause: error }) : error
  })
}

/** Forgets an import that nobody works on, with its file and its report. */
export async function discardImport(viewer: EngineerViewer, id: number): Promise<void> {
  const held = await asViewer(viewer, async (tx) => {
    const held = await own(tx, id, ['mapping', 'checked', 'failed', 'done'])
    await tx.delete(imports).where(eq(imports.id, id))
    return held
  })
  if (held.storageKey) await removeStored(held.storageKey)
}

/** The viewer's own import, held against others; it must be in one of these states. */
async function own(tx: Transaction, id: number, states: ImportRecord['state'][]): Promise<ImportRecord> {
  const [held] = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), inArray(imports.state, states)))
    .for('update')
  if (!held) throw notFound()
  return held
}

/** The columns as far as their headers tell; a file that cannot be read is kept with what is wrong, for another try. */
async function guessed(
  tx: Transaction,
  viewer: EngineerViewer,
  { customerGroupId, level, storageKey }: Pick<ImportRecord, 'customerGroupId' | 'level' | 'storageKey'>,
  dialect: Dialect,
) {
  try {
    const { headers } = await beginningOf(fileAt(storageKey ?? ''), dialect)
    const { targets } = await rulesFor(tx, viewer, customerGroupId, level)
    return { mapping: guessMapping(headers, targets), problem: null }
  } catch (error) {
    if (error instanceof FileProblem) return { mapping: [], problem: error.problem }
    throw error
  }
}
