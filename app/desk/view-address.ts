import { paths } from '#lib/paths.ts'
import type { DeskView } from '#lib/tickets/queries/desk-view.ts'

/** The list with something changed, from its first page on, and without what is the default anyway. */
export function addressOf(view: DeskView, change: Partial<DeskView> = {}): string {
  return paths.desk(queryOf({ ...view, before: undefined, after: undefined, saved: undefined, ...change }))
}

/** Another page of the same list. */
export function pageAddress(view: DeskView, place: Pick<DeskView, 'before'> | Pick<DeskView, 'after'>): string {
  return addressOf(view, { saved: view.saved, ...place })
}

export function queryOf({ view, ...rest }: DeskView): Record<string, string> {
  const set = Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return { ...(view === 'open' ? {} : { view }), ...Object.fromEntries(set) }
}
