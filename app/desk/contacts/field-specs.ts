import { askedFields } from '#lib/contacts/fields.ts'
import { type DataModel, type Level, placeOf } from '#lib/groups/data-model.ts'

/** The fields that the form of a level asks for, by field group, and those that are only shown. */
export function groupsOfFields(model: DataModel, level: Level) {
  const asked = new Set(askedFields(model, level).map(({ id }) => id))
  return model.fieldGroups
    .filter((group) => group.level === level)
    .map((group) => ({
      id: group.id,
      labels: group.labels,
      asked: group.fields.filter(({ id }) => asked.has(id)),
      shown: group.fields.filter(({ id, ...field }) => !asked.has(id) && placeOf({ id, ...field }) === 'fields'),
    }))
    .filter((group) => group.asked.length + group.shown.length > 0)
}
