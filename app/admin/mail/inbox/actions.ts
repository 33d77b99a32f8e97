'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { removeInbox, saveInbox, tryInbox } from '#lib/mail-in/commands/inbox.ts'
import { inboxInput } from '#lib/mail-in/input.ts'
import { paths } from '#lib/paths.ts'

export const save = defineAction({
  viewer: 'administrator',
  input: inboxInput,
  run: async (viewer, input) => {
    await saveInbox(viewer, input)
    return paths.admin('mail', 'inbox', { done: 'saved' })
  },
})

const nothing = z.object({})

const trying = defineAction({
  viewer: 'administrator',
  input: nothing,
  run: async (viewer) => {
    const trial = await tryInbox(viewer)
    const found = 'waiting' in trial ? { done: 'tried', count: String(trial.waiting) } : { problem: trial.problem }
    return paths.admin('mail', 'inbox', found)
  },
})

/** Without a mailbox there is nothing to test: the page shows its form. */
export async function tryIt(form: FormData): Promise<void> {
  await trying(form)
}

const removing = defineAction({
  viewer: 'administrator',
  input: nothing,
  run: async (viewer) => {
    await removeInbox(viewer)
    return paths.admin('mail', 'inbox', { done: 'removed' })
  },
})

export async function remove(form: FormData): Promise<void> {
  await removing(form)
}
