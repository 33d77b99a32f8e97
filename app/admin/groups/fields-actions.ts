'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { changeField, createField, removeField, restoreField } from '#lib/groups/commands/field.ts'
import { createFieldGroup, deleteFieldGroup, renameFieldGroup } from '#lib/groups/commands/field-group.ts'
import { changeType } from '#lib/groups/commands/field-type.ts'
import { moveField, moveFieldGroup } from '#lib/groups/commands/order.ts'
import { fieldChange, fieldGroupChange, newField, newFieldGroup } from '#lib/groups/input.ts'
import { FIELD_TYPES } from '#lib/tickets/field-types.ts'
import { modelPath } from './address.ts'

const id = z.coerce.number().int().positive()
const ofGroup = z.object({ group: id })
const place = ofGroup.extend({ id })
const shown = place.extend({ version: z.string().max(64).optional() })
const direction = z.enum(['up', 'down'])

export const addFieldGroup = defineAction({
  viewer: 'administrator',
  input: ofGroup.and(newFieldGroup),
  run: async (viewer, { group, ...change }) => {
    await createFieldGroup(viewer, group, change)
    return modelPath(group, 'fieldGroup')
  },
})

export const saveFieldGroup = defineAction({
  viewer: 'administrator',
  input: shown.and(fieldGroupChange),
  run: async (viewer, { group, id, version, ...change }) => {
    await renameFieldGroup(viewer, { group, id }, change, version)
    return modelPath(group, 'fieldGroup')
  },
})

export const removeFieldGroup = defineAction({
  viewer: 'administrator',
  input: place,
  run: async (viewer, at) => {
    await deleteFieldGroup(viewer, at)
    return modelPath(at.group, 'fieldGroupDeleted')
  },
})

const movingGroup = defineAction({
  viewer: 'administrator',
  input: place.extend({ direction }),
  run: async (viewer, { direction, ...at }) => {
    await moveFieldGroup(viewer, at, direction)
    return modelPath(at.group, 'moved')
  },
})
export async function moveOneGroup(form: FormData): Promise<void> {
  await movingGroup(form)
}

export const addField = defineAction({
  viewer: 'administrator',
  input: ofGroup.extend({ fieldGroup: id }).and(newField),
  many: ['annotations'],
  run: async (viewer, { group, fieldGroup, ...field }) => {
    await createField(viewer, { group, fieldGroup }, field)
    return modelPath(group, 'field')
  },
})

export const saveField = defineAction({
  viewer: 'administrator',
  input: shown.and(fieldChange),
  many: ['annotations'],
  run: async (viewer, { group, id, version, ...change }) => {
    await changeField(viewer, { group, id }, change, version)
    return modelPath(group, 'field')
  },
})

export const retype = defineAction({
  viewer: 'administrator',
  input: shown.extend({ to: z.enum(FIELD_TYPES) }),
  run: async (viewer, { group, id, version, to }) => {
    await changeType(viewer, { group, id }, to, version)
    return modelPath(group, 'type')
  },
})

export const takeOut = defineAction({
  viewer: 'administrator',
  input: place,
  run: async (viewer, at) => modelPath(at.group, await removeField(viewer, at)),
})

const restoring = defineAction({
  viewer: 'administrator',
  input: place,
  run: async (viewer, at) => {
    await restoreField(viewer, at)
    return modelPath(at.group, 'restored')
  },
})
export async function putBack(form: FormData): Promise<void> {
  await restoring(form)
}

const movingField = defineAction({
  viewer: 'administrator',
  input: place.extend({ direction }),
  run: async (viewer, { direction, ...at }) => {
    await moveField(viewer, at, direction)
    return modelPath(at.group, 'moved')
  },
})
export async function moveOneField(form: FormData): Promise<void> {
  await movingField(form)
}
