'use server'

import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { sendAgain } from '#lib/mail/commands/again.ts'
import { paths } from '#lib/paths.ts'

const again = defineAction({
  viewer: 'administrator',
  input: z.object({
    mail: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  }),
  run: async (viewer, { mail }) => {
    await sendAgain(viewer, mail)
    return paths.admin('mail', mail, { done: 'again' })
  },
})

/** One that waits or was sent meanwhile needs no other turn: its page says so. */
export async function sendMailAgain(form: FormData): Promise<void> {
  await again(form)
}
