'use server'

import { z } from 'zod'
import { endOtherSessions, endOwnSession } from '#lib/accounts/commands.ts'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'

const end = defineAction({
  viewer: 'contact',
  input: z.object({ session: z.uuid() }),
  run: async (viewer, { session }) => {
    await endOwnSession(viewer, session)
    return `${paths.account()}?done=session`
  },
})

/** A session that is gone already is as good as ended: the page shows those that are left. */
export async function endSession(form: FormData): Promise<void> {
  await end(form)
}

const others = defineAction({
  viewer: 'contact',
  input: z.object({}),
  run: async (viewer) => {
    await endOtherSessions(viewer)
    return `${paths.account()}?done=session`
  },
})

export async function endOthers(form: FormData): Promise<void> {
  await others(form)
}
