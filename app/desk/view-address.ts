import { paths } from '#lib/paths.ts'
import type { DeskView } from '#lib/tickets/queries/desk-view.ts'

/** The list with something changed, from its first page on, and without what is the default anyway. */
export function addressOf(view: DeskView, change: Partial<DeskView>): string {
  const next = { ...view, before: undefined, after: undefined, ...change }
  return paths.desk({ ...next, view: next.view === 'open' ? undefined : next.view })
}
