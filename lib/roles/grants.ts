/** What a role may grant on a queue, in the order in which pages show it; the names are the columns' too. */
export const QUEUE_GRANTS = ['read', 'write', 'append', 'create', 'execute'] as const
/** What a role may grant on a customer group. */
export const GROUP_GRANTS = ['read', 'write', 'modifyAccounts', 'delete'] as const
/** The *Track user permission*, what holds everywhere, and what is asked for it all: a second factor. */
export const RIGHTS = ['ownCompany', 'administer', 'manageNews', 'manageFaq', 'secondFactor'] as const

export type QueueGrant = (typeof QUEUE_GRANTS)[number]
export type GroupGrant = (typeof GROUP_GRANTS)[number]
export type Right = (typeof RIGHTS)[number]

/** All that a role grants, by ids, as plain data: what is absent is not granted. */
export type Grants = {
  queues: { id: number; grants: QueueGrant[] }[]
  groups: { id: number; grants: GroupGrant[] }[]
  rights: Right[]
}
