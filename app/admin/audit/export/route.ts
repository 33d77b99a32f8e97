import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { auditFilterOf } from '#lib/audit/filter.ts'
import { type AuditFilter, auditRows } from '#lib/audit/queries/list.ts'
import { AppError } from '#lib/errors.ts'
import { csvDownload } from '#lib/export/csv.ts'
import { defineRoute } from '#lib/http/define-route.ts'

const PIECE = 1000
const COLUMNS = [
  'id',
  'at',
  'actor_kind',
  'actor_id',
  'actor',
  'action',
  'subject_kind',
  'subject_id',
  'subject',
  'before',
  'after',
  'address',
]

/** The rows that the filter leaves, oldest last, read piece by piece while they are sent. That they were taken is itself noted. */
export const GET = defineRoute(async (viewer, request) => {
  if (viewer.kind !== 'engineer' || !viewer.administer) throw new AppError('forbidden')
  const search = Object.fromEntries(new URL(request.url).searchParams)
  await record({ actorKind: 'engineer', actorId: viewer.engineer, action: 'audit.exported', after: search })
  return csvDownload(rowsOf(viewer, auditFilterOf(search)), 'audit.csv')
})

async function* rowsOf(viewer: EngineerViewer, filter: AuditFilter) {
  yield COLUMNS
  let before = filter.before
  for (;;) {
    const piece = await auditRows(viewer, { ...filter, before }, PIECE)
    for (const row of piece) {
      const written = [row.before, row.after].map((value) => (value === null ? '' : JSON.stringify(value)))
      yield [
        row.id,
        row.at,
        row.actorKind,
        row.actorId,
        row.actorName,
        row.action,
        row.subjectKind,
        row.subjectId,
        row.subjectName,
        ...written,
        row.address,
      ]
    }
    if (piece.length < PIECE) return
    before = piece.at(-1)?.id
  }
}
