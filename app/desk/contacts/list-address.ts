import type { CustomerListView } from '#lib/contacts/customer-list.ts'

/** The query of a list with something changed, from its first page on, and without what is the default anyway. */
export function listQuery(view: CustomerListView, change: Partial<CustomerListView>) {
  const next = { ...view, after: undefined, before: undefined, ...change }
  return { ...next, active: next.active === 'yes' ? undefined : next.active }
}
