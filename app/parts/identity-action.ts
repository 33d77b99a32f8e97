'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { AppError } from '#lib/errors.ts'
import { disconnectIdentity } from '#lib/identities/commands.ts'
import { paths } from '#lib/paths.ts'

const disconnecting = defineAction({
  viewer: 'signedIn',
  input: z.object({ identity: z.coerce.number('unknown').int().positive() }),
  run: async (viewer, { identity }) => {
    try {
      await disconnectIdentity(viewer, identity)
    } catch (error) {
      if (error instanceof AppError && error.code === 'conflict') return `${paths.account(viewer.kind)}?problem=onlyWay`
      throw error
    }
    return `${paths.account(viewer.kind)}?done=disconnected`
  },
})

/** One that is gone already is as good as disconnected: the page shows those that are left. */
export async function disconnect(form: FormData): Promise<void> {
  await disconnecting(form)
}
