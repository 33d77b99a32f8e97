'use server'

import { endOtherSessions, endOwnSession } from '#lib/accounts/commands.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { noSession, oneSession } from '#lib/sessions/input.ts'

const done = () => `${paths.account('engineer')}?done=session`

const end = defineAction({
  viewer: 'engineer',
  input: oneSession,
  run: async (viewer, { session }) => {
    await endOwnSession(viewer, session)
    return done()
  },
})

/** A session that is gone already is as good as ended: the page shows those that are left. */
export async function endSession(form: FormData): Promise<void> {
  await end(form)
}

const others = defineAction({
  viewer: 'engineer',
  input: noSession,
  run: async (viewer) => {
    await endOtherSessions(viewer)
    return done()
  },
})

export async function endOthers(form: FormData): Promise<void> {
  await others(form)
}
