import 'server-only'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { notFound } from '#lib/errors.ts'
import { SINGLE_ANNOTATIONS } from '../annotations.ts'
import { fieldFor } from '../data-model.ts'
import { dataModelOf } from './data-model.ts'
import { holdersOf } from './figures.ts'
import { groupHead } from './pages.ts'
import { type StoredField, storedField, storedFieldGroup, storedFields } from './stored.ts'

/** The data model of a customer group, with what is in its archive. @throws AppError `not_found` */
export function modelPage(viewer: EngineerViewer, group: number, locale: string) {
  return asViewer(viewer, async (tx) => {
    const model = await dataModelOf(tx, group)
    const archived: (StoredField & { values: number })[] = []
    for (const field of await storedFields(tx, group))
      if (field.archivedAt) archived.push({ ...field, values: await holdersOf(tx, field.id) })
    return { head: await groupHead(tx, group, model, locale), model, archived }
  })
}

/** A field group, or what a new one needs. @throws AppError `not_found` */
export function fieldGroupPage(viewer: EngineerViewer, group: number, id: number | undefined, locale: string) {
  return asViewer(viewer, async (tx) => {
    const model = await dataModelOf(tx, group)
    const stored = id === undefined ? undefined : await storedFieldGroup(tx, group, id)
    if (id !== undefined && !stored) throw notFound()
    return {
      head: await groupHead(tx, group, model, locale),
      stored: stored && { ...stored, version: versionOf(stored) },
      isEmpty: !model.fieldGroups.find((one) => one.id === id)?.fields.length,
    }
  })
}

/** A field that is in use, or what a new one in this field group needs. @throws AppError `not_found` */
export function fieldPage(
  viewer: EngineerViewer,
  group: number,
  which: { field: number } | { fieldGroup: number },
  locale: string,
) {
  return asViewer(viewer, async (tx) => {
    const model = await dataModelOf(tx, group)
    const stored = 'field' in which ? await storedField(tx, group, which.field) : undefined
    if ('field' in which && (!stored || stored.archivedAt)) throw notFound()
    const parent = await storedFieldGroup(tx, group, 'field' in which ? (stored?.fieldGroupId ?? 0) : which.fieldGroup)
    if (!parent) throw notFound()
    return {
      head: await groupHead(tx, group, model, locale),
      parent,
      stored: stored && { ...stored, version: versionOf(stored) },
      values: stored ? await holdersOf(tx, stored.id) : 0,
      /** Which other field has an annotation that there is once. */
      takenBy: SINGLE_ANNOTATIONS.flatMap((annotation) => {
        const field = fieldFor(model, annotation)
        return field && field.id !== stored?.id ? [{ annotation, labels: field.labels }] : []
      }),
    }
  })
}
