import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { DESK_COLUMNS, USUAL_COLUMNS } from '../desk-columns.ts'
import type { DeskColumn, DeskView } from './desk-view.ts'

type Choice = { value: string; label: string }

/** What a list's filters and bulk steps offer. */
export type DeskChoices = {
  statuses: (Choice & { queue: string })[]
  engineers: Choice[]
  /** `key:value` of the chosen queue's lists and yes-or-no fields. */
  fields: Choice[]
  /** Steps of the chosen queue, or of all, by their key. */
  steps: Choice[]
  /** The engineer's own columns, or the usual ones. */
  columns: DeskColumn[]
  /** Names of what is filtered by, as far as the viewer may know them. */
  contact: string | null
  company: string | null
}

type Found = Omit<DeskChoices, 'columns'> & { columns: string[] | null }

/** All of it in one statement; each list is bounded. */
export async function deskChoices(
  tx: Transaction,
  viewer: EngineerViewer,
  { queueId, view, locale }: { queueId: number | undefined; view: DeskView; locale: string },
): Promise<DeskChoices> {
  const queue = queueId ?? null
  const label = (of: string) => sql`coalesce(${sql.raw(of)} ->> ${locale}, ${sql.raw(of)} ->> 'en', '')`
  const inQueue = sql`q.active and q.id = any (viewer_ids('read_queues')) and (q.id = ${queue}::bigint or (${queue}::bigint is null and q.kind = 'regular'))`
  const list = (rows: SQL) => sql`coalesce((select jsonb_agg(to_jsonb(chosen)) from (${rows}) chosen), '[]')`
  const [found] = await tx.execute<{ choices: Found }>(sql`select jsonb_build_object(
    'statuses', ${list(sql`select s.id::text as value, ${label('s.labels')} as label, ${label('q.labels')} as queue
      from statuses s join queues q on q.id = s.queue_id where ${inQueue} order by q.position, q.id, s.position, s.id limit 300`)},
    'engineers', ${list(sql`select e.id::text as value, e.name as label from engineers e
      where e.active and not e.is_track order by e.name limit 300`)},
    'fields', ${list(sql`select f.key || ':' || o.value as value, ${label('f.labels')} || ': ' || ${label('o.labels')} as label
      from ticket_fields f cross join lateral jsonb_to_recordset(f.options) as o (value text, labels jsonb)
      where f.queue_id = ${queue}::bigint and f.type in ('list', 'multi_list') order by f.position, f.id limit 200`)},
    'steps', ${list(sql`select key as value, label from (select distinct on (a.key) a.key, ${label('a.labels')} as label, a.position, a.id
      from activities a join queues q on q.id = a.queue_id
      where ${inQueue} and q.id = any (viewer_ids('execute_queues')) order by a.key, a.position, a.id) step order by position, id limit 100`)},
    'columns', (select p.columns from desk_preferences p where p.engineer_id = ${viewer.engineer}),
    'contact', (select c.name from contacts c where c.id = ${view.contact ?? null}::bigint),
    'company', (select c.name from companies c where c.id = ${view.company ?? null}::bigint)) as choices`)
  if (!found) throw new Error('choices')
  const { columns, ...rest } = found.choices
  const kept = DESK_COLUMNS.filter((column) => columns?.includes(column))
  return { ...rest, columns: kept.length > 0 ? kept : [...USUAL_COLUMNS] }
}
