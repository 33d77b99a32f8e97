'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { moveTicket } from '#lib/tickets/commands/move.ts'

const input = z.object({ number: z.coerce.number().int().positive(), queue: z.string().max(100) })

const run = defineAction({
  viewer: 'engineer',
  input,
  run: async (viewer, move) => {
    await moveTicket(viewer, move)
    return `${paths.deskTicket(move.number, 'moved')}#main`
  },
})

export async function move(form: FormData): Promise<void> {
  const { problem } = await run(form)
  if (!problem) return
  const given = input.shape.number.safeParse(form.get('number'))
  redirect(given.success ? `${paths.deskTicketRefused(given.data, problem.code)}#main` : paths.desk())
}
