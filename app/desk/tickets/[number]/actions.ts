'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { executeActivity } from '#lib/tickets/commands/activity.ts'
import { takeOver } from '#lib/tickets/commands/assign.ts'
import { stepInput } from '#lib/tickets/input.ts'

const run = defineAction({
  viewer: 'engineer',
  input: stepInput,
  run: async (viewer, input) => atTop(paths.deskTicket((await executeActivity(viewer, input)).number, 'activity')),
})

const take = defineAction({
  viewer: 'engineer',
  input: z.object({ number: z.coerce.number().int() }),
  run: async (viewer, { number }) => {
    await takeOver(viewer, number)
    return atTop(paths.deskTicket(number, 'assigned'))
  },
})

export async function execute(form: FormData): Promise<void> {
  backWith(form, await run(form))
}

export async function assignToMe(form: FormData): Promise<void> {
  backWith(form, await take(form))
}

/** Back to the ticket, which says what was refused; it shows nothing but a code. */
function backWith(form: FormData, { problem }: FormState): void {
  if (!problem) return
  const number = z.coerce.number().int().safeParse(form.get('number'))
  redirect(number.success ? atTop(paths.deskTicketRefused(number.data, problem.code)) : paths.desk())
}

/** Where the notice stands. A browser would keep the fragment of the page that it comes from. */
function atTop(address: string): string {
  return `${address}#main`
}
