import 'server-only'
import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { fileAt } from '#lib/attachments/store.ts'
import { labelIn } from '#lib/db/labels.ts'
import { customerGroups, importRows, imports } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import type { Outcome } from '../import.ts'
import { beginningOf } from '../reading/beginning.ts'
import { FileProblem } from '../reading/problem.ts'
import type { Target } from '../targets.ts'
import { type GroupRules, rulesFor } from './rules.ts'
import { type ImportRecord, SILENCE_SECONDS } from './work.ts'

export type Preview = { headers: string[]; rows: { line: number; cells: string[] }[] }
export type ReportRow = Omit<typeof importRows.$inferSelect, 'importId'>
export type ImportPage = {
  record: ImportRecord
  group: string
  /** Nobody has been at it for a while: whoever looks takes it over. */
  silent: boolean
}
export type ImportSummary = Pick<ImportRecord, 'id' | 'fileName' | 'level' | 'state' | 'counts' | 'createdAt'> & {
  group: string
}
export type GroupChoice = { id: number; label: string; hasCompanies: boolean }

/** @throws AppError `not_found` for any import but the viewer's own */
export function importPage(viewer: EngineerViewer, id: number, locale = 'en'): Promise<ImportPage> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select({
        record: imports,
        group: labelIn(customerGroups.labels, locale),
        silent: sql<boolean>`coalesce(${imports.heartbeatAt} < now() - make_interval(secs => ${SILENCE_SECONDS}), true)`,
      })
      .from(imports)
      .innerJoin(customerGroups, eq(customerGroups.id, imports.customerGroupId))
      .where(eq(imports.id, id))
    if (!row) throw notFound()
    return row
  })
}

/** The first rows of the file as it is read now, and what may become of its columns; the preview is missing where it cannot be read. */
export async function mappingOf(
  viewer: EngineerViewer,
  record: ImportRecord,
): Promise<{ preview: Preview | undefined; rules: GroupRules }> {
  const rules = await asViewer(viewer, (tx) => rulesFor(tx, viewer, record.customerGroupId, record.level))
  try {
    return { preview: await beginningOf(fileAt(record.storageKey ?? ''), record.options), rules }
  } catch (error) {
    if (error instanceof FileProblem) return { preview: undefined, rules }
    throw error
  }
}

/** The targets of the import's level, for their words. */
export function targetsFor(viewer: EngineerViewer, { customerGroupId, level }: ImportRecord): Promise<Target[]> {
  return asViewer(viewer, async (tx) => (await rulesFor(tx, viewer, customerGroupId, level)).targets)
}

/** A page of the report, by line; `outcome` narrows it. */
export function reportPage(
  viewer: EngineerViewer,
  id: number,
  { outcome, after = 0, size = 50 }: { outcome?: Outcome | undefined; after?: number; size?: number },
): Promise<ReportRow[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select({
        line: importRows.line,
        outcome: importRows.outcome,
        name: importRows.name,
        changes: importRows.changes,
        problems: importRows.problems,
      })
      .from(importRows)
      .where(
        and(
          eq(importRows.importId, id),
          gt(importRows.line, after),
          outcome ? eq(importRows.outcome, outcome) : undefined,
        ),
      )
      .orderBy(asc(importRows.line))
      .limit(size),
  )
}

/** The viewer's imports, newest first, the customer groups into which it may import, and those that it may read. */
export function importOverview(
  viewer: EngineerViewer,
  locale: string,
  before = Number.MAX_SAFE_INTEGER,
): Promise<{ imports: ImportSummary[]; groups: GroupChoice[]; readable: GroupChoice[] }> {
  return asViewer(viewer, async (tx) => {
    const own = await tx
      .select({
        id: imports.id,
        fileName: imports.fileName,
        level: imports.level,
        state: imports.state,
        counts: imports.counts,
        createdAt: imports.createdAt,
        group: labelIn(customerGroups.labels, locale),
      })
      .from(imports)
      .innerJoin(customerGroups, eq(customerGroups.id, imports.customerGroupId))
      .where(lt(imports.id, before))
      .orderBy(desc(imports.id))
      .limit(21)
    const readable = await tx
      .select({
        id: customerGroups.id,
        label: labelIn(customerGroups.labels, locale),
        hasCompanies: customerGroups.hasCompanies,
      })
      .from(customerGroups)
      .where(sql`${customerGroups.id} = any (viewer_ids('read_groups'))`)
      .orderBy(customerGroups.id)
      .limit(500)
    return { imports: own, readable, groups: readable.filter(({ id }) => viewer.write_groups.includes(id)) }
  })
}
