import 'server-only'
import { eq, isNull, type SQL, sql } from 'drizzle-orm'
import { tickets } from '#lib/db/schema/index.ts'
import type { DeskNarrowing } from './desk-narrowing.ts'
import type { DeskView } from './desk-view.ts'

/** Articles of an FAQ queue are nobody's work; they are listed with their queue and searched, not counted in the views. */
export const regular = sql`not ${tickets.isFaq}`

/** Written without a parameter, so that the partial indexes of open tickets serve a prepared plan too. */
export const open = sql`${tickets.isOpen}`

type Asked = Pick<DeskNarrowing, 'viewer' | 'view' | 'queueId'>

/** What the view and the filters ask of a ticket, but for what the walk knows already. */
export function filterConditions({ viewer, view, queueId }: Asked, known: readonly string[]): SQL[] {
  const conditions: Record<string, SQL | undefined> = {
    view: viewCondition(view, viewer.engineer),
    queue: queueId === undefined ? undefined : eq(tickets.queueId, queueId),
    status: view.status === undefined ? undefined : eq(tickets.statusId, view.status),
    engineer: engineerCondition(view.engineer),
    contact: view.contact === undefined ? undefined : eq(tickets.mainContactId, view.contact),
    company: view.company === undefined ? undefined : eq(tickets.companyId, view.company),
    field: view.field === undefined ? undefined : fieldHas(view.field),
  }
  return Object.entries(conditions).flatMap(([name, one]) => (one === undefined || known.includes(name) ? [] : [one]))
}

function viewCondition({ view }: DeskView, me: number): SQL | undefined {
  switch (view) {
    case 'open':
      return open
    case 'closed':
      return sql`not ${open}`
    case 'mine':
      return sql`${open} and ${tickets.engineerId} = ${me}`
    case 'unassigned':
      return sql`${open} and ${tickets.engineerId} is null`
    case 'waiting':
      return sql`${open} and ${tickets.customerSpokeLast}`
    case 'overdue':
      return sql`${open} and ${tickets.answerDueAt} < now()`
    default:
      return undefined
  }
}

function engineerCondition(engineer: DeskView['engineer']): SQL | undefined {
  if (engineer === undefined) return undefined
  return engineer === 'none' ? isNull(tickets.engineerId) : eq(tickets.engineerId, engineer)
}

/** `key:value` of a field of the ticket's queue; a list of several has it where one of them is it. */
function fieldHas(pair: string): SQL {
  const at = pair.indexOf(':')
  const [key, value] = [pair.slice(0, at), pair.slice(at + 1)]
  const wanted = value === 'true' || value === 'false' ? sql`${value}::jsonb` : sql`to_jsonb(${value}::text)`
  return sql`exists (select from field_values v join ticket_fields f on f.id = v.field_id
    where v.ticket_id = ${tickets.id} and f.key = ${key} and v.value @> ${wanted})`
}

/** By the day of the last activity; the database's day is UTC. */
export function withinDays({ from, until }: DeskView): SQL | undefined {
  if (!from && !until) return undefined
  const since = from ? sql`${tickets.updatedAt} >= ${from}::date` : sql`true`
  return until ? sql`${since} and ${tickets.updatedAt} < ${until}::date + 1` : since
}
