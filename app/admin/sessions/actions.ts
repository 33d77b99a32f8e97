'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { endSession, endSessionsOf } from '#lib/sessions/commands.ts'
import { oneSession, sessionsOf } from '#lib/sessions/input.ts'

const end = defineAction({
  viewer: 'administrator',
  input: oneSession,
  run: async (viewer, { session }) => {
    await endSession(viewer, session)
    return paths.admin('sessions', { done: 'ended' })
  },
})

/** One that is over already is as good as ended: the page shows those that are left. */
export async function endOne(form: FormData): Promise<void> {
  await end(form)
}

const endAll = defineAction({
  viewer: 'administrator',
  input: sessionsOf,
  run: async (viewer, { kind, owner }) => {
    const count = await endSessionsOf(viewer, kind, owner)
    return paths.admin('sessions', { done: 'endedAll', count: String(count) })
  },
})

export async function endAllOf(form: FormData): Promise<void> {
  await endAll(form)
}
