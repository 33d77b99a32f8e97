'use server'

import { z } from 'zod'
import { effectOf, intentInput } from '#app/parts/effect.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { deactivateEngineer, reactivateEngineer } from '#lib/engineers/commands/activity.ts'
import { changeEngineer } from '#lib/engineers/commands/change.ts'
import { createEngineer, createProfile } from '#lib/engineers/commands/create.ts'
import { unlockEngineer } from '#lib/engineers/commands/unlock.ts'
import { engineerChange, engineerLists, newEngineer, newProfile, profileChange } from '#lib/engineers/input.ts'
import { removeLostOfEngineer } from '#lib/factors/commands/lost.ts'
import { lossShape } from '#lib/factors/input.ts'
import { paths } from '#lib/paths.ts'

const id = z.coerce.number('unknown').int().positive()
const shown = z.object({ id, version: z.string().max(64).optional() })
const at = (person: number, done: string) => paths.admin('people', person, { done })

export const addEngineer = defineAction({
  viewer: 'administrator',
  input: newEngineer,
  many: engineerLists,
  run: async (viewer, person) => at(await createEngineer(viewer, person), 'created'),
})

export const addProfile = defineAction({
  viewer: 'administrator',
  input: newProfile,
  many: engineerLists,
  run: async (viewer, person) => at(await createProfile(viewer, person), 'created'),
})

export const saveEngineer = defineAction({
  viewer: 'administrator',
  input: shown.and(engineerChange),
  many: engineerLists,
  run: async (viewer, { id, version, ...person }) => {
    await changeEngineer(viewer, { id, version, isTrack: false }, person)
    return at(id, 'saved')
  },
})

export const saveProfile = defineAction({
  viewer: 'administrator',
  input: shown.extend({ intent: intentInput }).and(profileChange),
  many: engineerLists,
  run: async (viewer, { id, version, intent, ...person }) => {
    const effect = await effectOf(viewer, { kind: 'profile', id, roles: person.roles }, intent)
    if (effect) return effect
    await changeEngineer(viewer, { id, version, isTrack: true }, person)
    return at(id, 'saved')
  },
})

export const removeLostFactor = defineAction({
  viewer: 'administrator',
  input: lossShape,
  run: async (viewer, loss) => {
    await removeLostOfEngineer(viewer, loss)
    return at(loss.id, 'factorRemoved')
  },
})

export const deactivate = defineAction({
  viewer: 'administrator',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await deactivateEngineer(viewer, id)
    return at(id, 'deactivated')
  },
})

export const reactivate = defineAction({
  viewer: 'administrator',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await reactivateEngineer(viewer, id)
    return at(id, 'reactivated')
  },
})

const unlocking = defineAction({
  viewer: 'administrator',
  input: z.object({ id }),
  run: async (viewer, { id }) => {
    await unlockEngineer(viewer, id)
    return at(id, 'unlocked')
  },
})
export async function unlock(form: FormData): Promise<void> {
  await unlocking(form)
}
