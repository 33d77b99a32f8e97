import { AppError, type FieldProblems } from '../errors.ts'
import {
  type DataField,
  type DataModel,
  fieldFor,
  fieldsOf,
  isReadonly,
  type Level,
  placeOf,
} from '../groups/data-model.ts'
import { parseDataFields } from '../groups/field-values.ts'

/** The fields that the desk's form asks for: not those that are read-only, and not the account's, which has a card of its own. */
export function askedFields(model: DataModel, level: Level): DataField[] {
  return fieldsOf(model, level).filter((field) => {
    const place = placeOf(field)
    return !isReadonly(field) && (place === 'fields' || place === 'email')
  })
}

/** The form's name of a field; what takes several values comes as a list. */
export function fieldName({ type, key }: Pick<DataField, 'type' | 'key'>): string {
  return type === 'multi_list' ? `lists.${key}` : `fields.${key}`
}

export const isListName = (name: string) => name.startsWith('lists.')

export type Given = { name?: string | undefined; fields: Record<string, string>; lists: Record<string, string[]> }
/** What a form makes of a record: the name unless fields make it, the address of a contact, and values by key, null for none. */
export type Kept = { name: string | undefined; email: string | null | undefined; values: Record<string, unknown> }

/**
 * What was given, as the data model has it. A boolean that was not sent is off and a choice of several is empty: that is
 * how forms send them.
 * @throws AppError `invalid` with the fields and what is wrong with them
 */
export function keptOf(model: DataModel, level: Level, { name, fields, lists }: Given): Kept {
  const asked = askedFields(model, level)
  const raw: Record<string, string | string[]> = Object.fromEntries(
    asked.flatMap((field): [string, string | string[]][] => {
      const given = fields[field.key]
      if (field.type === 'boolean') return [[field.key, given === undefined ? 'off' : 'on']]
      if (field.type === 'multi_list') return [[field.key, lists[field.key] ?? []]]
      return given === undefined ? [] : [[field.key, given]]
    }),
  )
  const { values, problems } = parseDataFields(asked, raw)
  const wrong: FieldProblems = Object.fromEntries(
    asked.flatMap((field) => {
      const problem = problems[field.key] ?? (field.required && isEmpty(values[field.key]) ? 'fieldMissing' : undefined)
      return problem ? [[fieldName(field), problem]] : []
    }),
  )
  const typed = model.names[level] === null
  if (typed && !name) wrong.name = 'missing'
  if (Object.keys(wrong).length > 0) throw new AppError('invalid', { fields: wrong })
  const address = level === 'contact' ? fieldFor(model, 'email') : undefined
  const { [address?.key ?? '']: email, ...rest } = values
  return {
    name: typed ? name : undefined,
    email: address && address.key in values ? (email as string | null) : undefined,
    values: address ? rest : values,
  }
}

const isEmpty = (value: unknown) => value == null || (Array.isArray(value) && value.length === 0)

/** The values after a change; those that were taken away are gone, and those that the form does not know stay. */
export function changedFields(held: Record<string, unknown>, values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...held, ...values }).filter(([, value]) => value !== null))
}
