import type { Sql } from 'postgres'
import { type ContactViewer, viewerShape } from '#lib/access/viewer.ts'
import { AppError } from '#lib/errors.ts'
import { ticketList } from '#lib/tickets/queries/list.ts'
import { customerTicket } from '#lib/tickets/queries/ticket.ts'
import { type TicketView, ticketViewShape } from '#lib/tickets/view.ts'
import type { Id } from '../oracle/world.ts'
import { attachmentId } from './rows.ts'

const LOCALE = 'en'

/** The contact as the application would load it from a session; undefined where it is refused. */
export async function loaded(owner: Sql, contact: Id): Promise<ContactViewer | undefined> {
  const [row] = await owner<{ rights: unknown }[]>`select viewer_rights('contact', ${contact}) as rights`
  const viewer = row?.rights ? viewerShape.parse(row.rights) : undefined
  return viewer?.kind === 'contact' ? viewer : undefined
}

/** The ids of a whole list, walked page by page to its end and back to its beginning. */
export async function walked(viewer: ContactViewer, asked: Partial<TicketView>): Promise<{ there: Id[]; back: Id[] }> {
  const view = ticketViewShape.parse({ ...asked })
  const pageAt = (place: Partial<TicketView>) => ticketList(viewer, { ...view, ...place }, LOCALE, 2)
  const there: Id[] = []
  let { page } = await pageAt({})
  there.push(...page.rows.map(({ id }) => id))
  while (page.older) {
    page = (await pageAt({ before: page.older })).page
    there.push(...page.rows.map(({ id }) => id))
  }
  const back = page.rows.map(({ id }) => id)
  while (page.newer) {
    page = (await pageAt({ after: page.newer })).page
    back.unshift(...page.rows.map(({ id }) => id))
  }
  return { there, back }
}

/** What the ticket page shows, as sentences of the oracle; a code where it refuses. */
export async function shown(viewer: ContactViewer, id: Id): Promise<string[]> {
  const ticket = await customerTicket(viewer, numberOf(id), { locale: LOCALE }).catch(codeOf)
  if (typeof ticket === 'string') return [ticket]
  return [
    `sees ticket ${id}`,
    ...ticket.history.entries.map((one) => `sees entry ${one.id} of ticket ${id}`),
    ...ticket.attachments.map((one) => `sees attachment ${attachmentId(one.id)} of ticket ${id}`),
    ...ticket.fields.map(({ key }) => `sees field ${key.slice(1)} of ticket ${id}`),
    ...ticket.activities.map(({ key }) => `executes activity ${key.slice(1)} of ticket ${id}`),
    ...(ticket.mayComment ? [`adds a comment of ticket ${id}`] : []),
  ]
}

/** What an action comes to: `done`, or the code of its refusal. */
export function outcome(action: Promise<unknown>): Promise<string> {
  return action.then(() => 'done', codeOf)
}

export function numberOf(id: Id): number {
  return 1000 + id
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code
  throw error
}
