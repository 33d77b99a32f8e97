/** The lists of the desk. `closed` and `all` are reached from within a queue or by a filter. */
export const DESK_VIEWS = ['open', 'mine', 'unassigned', 'waiting', 'overdue', 'mentioned', 'closed', 'all'] as const
export type DeskViewName = (typeof DESK_VIEWS)[number]

/** Newest activity first, longest without activity first, newest ticket first, what is due next first. */
export const DESK_SORTS = ['activity', 'oldest', 'number', 'due'] as const
export type DeskSort = (typeof DESK_SORTS)[number]

/** The columns that an engineer may choose; number and subject are always there. */
export const DESK_COLUMNS = ['customer', 'queue', 'status', 'engineer', 'due', 'created', 'activity'] as const
export const USUAL_COLUMNS = ['customer', 'status', 'engineer', 'due', 'activity'] as const
