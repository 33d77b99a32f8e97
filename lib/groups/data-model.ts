import type { FieldOption, FieldType } from '../tickets/field-types.ts'
import { type Annotation, SINGLE_ANNOTATIONS, type SingleAnnotation } from './annotations.ts'

type Labels = Record<string, string>

export const LEVELS = ['company', 'contact'] as const
export type Level = (typeof LEVELS)[number]

export type DataField = {
  id: number
  /** The name of its value in `fields`; unique among the fields of its level. */
  key: string
  type: FieldType
  labels: Labels
  help: Labels | null
  /** No form is sent without it, and no import makes a new record without it; `lackedFields` are those of a record that came another way. */
  required: boolean
  options: FieldOption[] | null
  annotations: Annotation[]
}

export type FieldGroup = { id: number; level: Level; labels: Labels; fields: DataField[] }

/** The fields of a customer group's companies and contacts, in their order, without archived ones. */
export type DataModel = {
  customerGroupId: number
  hasCompanies: boolean
  /**
   * How the name is made of fields, as in `{last_name}, {first_name}`; null where it is typed. Where there is a pattern
   * the database keeps `name` equal to it, so a form does not ask for the name.
   */
  names: Record<Level, string | null>
  fieldGroups: FieldGroup[]
}

export function fieldsOf(model: DataModel, level: Level): DataField[] {
  return model.fieldGroups.filter((group) => group.level === level).flatMap((group) => group.fields)
}

/** The contact field that holds the login, the password, the LDAP id or the address for mails; its label is the site's own word. */
export function fieldFor(model: DataModel, annotation: SingleAnnotation): DataField | undefined {
  return fieldsOf(model, 'contact').find((field) => field.annotations.includes(annotation))
}

/**
 * Where a field's value is kept: the account has login, password and LDAP id, `contact_details.email` the address, and
 * the `fields` of company or contact have all others, by the field's key.
 */
export function placeOf(field: DataField): SingleAnnotation | 'fields' {
  return SINGLE_ANNOTATIONS.find((annotation) => field.annotations.includes(annotation)) ?? 'fields'
}

/** The desk shows such a field and never asks for it; imports and the API set it. */
export function isReadonly(field: DataField): boolean {
  return field.annotations.includes('readonly')
}

/** The label in the locale, else in English, else in any language. */
export function labelOf(labels: Labels | null, locale: string): string {
  return labels?.[locale] ?? labels?.en ?? Object.values(labels ?? {})[0] ?? ''
}

/** Values as the audit log may keep them for good: of personal ones only that they are there. */
export function auditedValues(fields: DataField[], values: Record<string, unknown>): Record<string, unknown> {
  const personal = new Set(
    fields.filter(({ annotations }) => annotations.includes('personal-data')).map(({ key }) => key),
  )
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, personal.has(key) ? '•••' : value]))
}
