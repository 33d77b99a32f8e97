import { paths } from '#lib/paths.ts'

export const DONE = [
  'created',
  'saved',
  'fieldGroup',
  'fieldGroupDeleted',
  'field',
  'deleted',
  'archived',
  'restored',
  'moved',
  'type',
] as const
export type Done = (typeof DONE)[number]

/** A customer group's page. */
export const groupPath = (group: number, done?: Done) => paths.admin('groups', group, { done })

/** Its data model, a field of it, or the page for another type. */
export const modelPath = (group: number, done?: Done) => paths.admin('groups', group, 'fields', { done })
export const fieldPath = (group: number, field: number) => paths.admin('groups', group, 'fields', field)
export const newFieldPath = (group: number, fieldGroup: number, type?: string) =>
  paths.admin('groups', group, 'fields', 'new', { in: String(fieldGroup), type })
export const typePath = (group: number, field: number, to?: string) =>
  paths.admin('groups', group, 'fields', field, 'type', { to })

export const fieldGroupPath = (group: number, fieldGroup: number) =>
  paths.admin('groups', group, 'field-groups', fieldGroup)
export const newFieldGroupPath = (group: number, level: string) =>
  paths.admin('groups', group, 'field-groups', 'new', { level })
