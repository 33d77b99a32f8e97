'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
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
const REMOVES = 'remove'

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

/** Its password is forgotten with it, so the first press only says so. */
export const remove = defineAction({
  viewer: 'administrator',
  input: z.object({ intent: z.string().max(64).optional() }),
  run: async (viewer, { intent }) => {
    if (intent !== REMOVES) {
      const t = await getTranslations('mailIn.inbox')
      return { effect: { lines: [t('removeAsks')], asks: true, mark: REMOVES } }
    }
    await removeInbox(viewer)
    return paths.admin('mail', 'inbox', { done: 'removed' })
  },
})
