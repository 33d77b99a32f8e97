import { boolean, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { ANNOTATIONS } from '#lib/groups/annotations.ts'
import { FIELD_TYPES, type FieldOption } from '#lib/tickets/field-types.ts'
import { id, type Labels, labels, moment, reference } from './columns.ts'
import { customerGroups } from './customer-groups.ts'
import { isEngineer, keptByAdministrators } from './policies.ts'

/** A group of fields of the companies or the contacts of a customer group, as the administrator defines them. */
export const fieldGroups = pgTable(
  'field_groups',
  {
    id: id(),
    customerGroupId: reference()
      .notNull()
      .references(() => customerGroups.id, { onDelete: 'cascade' }),
    level: text({ enum: ['company', 'contact'] }).notNull(),
    labels: labels(),
    position: integer().notNull().default(0),
  },
  () => keptByAdministrators(isEngineer),
)

/** A field; its annotations mark the ones that hold portal login, password, LDAP id or e-mail address. */
export const dataFields = pgTable(
  'data_fields',
  {
    id: id(),
    fieldGroupId: reference()
      .notNull()
      .references(() => fieldGroups.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    type: text({ enum: FIELD_TYPES }).notNull(),
    labels: labels(),
    help: jsonb().$type<Labels>(),
    options: jsonb().$type<FieldOption[]>(),
    /** No form is sent without it, and no import makes a new record without it; a directory gives what it has. */
    required: boolean().notNull().default(false),
    annotations: text({ enum: ANNOTATIONS }).array().notNull().default([]),
    position: integer().notNull().default(0),
    /** Taken out of use while values of it are still kept. */
    archivedAt: moment(),
  },
  (t) => [unique().on(t.fieldGroupId, t.key), ...keptByAdministrators(isEngineer)],
)
