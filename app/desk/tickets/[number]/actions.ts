'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { executeActivity } from '#lib/tickets/commands/activity.ts'
import { assignTicket, takeOver } from '#lib/tickets/commands/assign.ts'
import { stepInput } from '#lib/tickets/input.ts'

const number = z.coerce.number().int()

const run = defineAction({
  viewer: 'engineer',
  input: stepInput,
  run: async (viewer, input) => atTop(paths.deskTicket((await executeActivity(viewer, input)).number, 'activity')),
})

const take = defineAction({
  viewer: 'engineer',
  input: z.object({ number }),
  run: async (viewer, input) => {
    await takeOver(viewer, input.number)
    return atTop(paths.deskTicket(input.number, 'assigned'))
  },
})

const give = defineAction({
  viewer: 'engineer',
  input: z.object({
    number,
    engineer: z.union([z.literal('none').transform(() => null), z.coerce.number().int().positive()]),
  }),
  run: async (viewer, input) => {
    await assignTicket(viewer, input)
    return atTop(paths.deskTicket(input.number, 'assigned'))
  },
})

export async function execute(form: FormData): Promise<void> {
  backWith(form, await run(form))
}

export async function assignToMe(form: FormData): Promise<void> {
  backWith(form, await take(form))
}

export async function assign(form: FormData): Promise<void> {
  backWith(form, await give(form))
}

/** Back to the ticket, which says what was refused; it shows nothing but a code. */
function backWith(form: FormData, { problem }: FormState): void {
  if (!problem) return
  const given = number.safeParse(form.get('number'))
  redirect(given.success ? atTop(paths.deskTicketRefused(given.data, problem.code)) : paths.desk())
}

/** Where the notice stands. A browser would keep the fragment of the page that it comes from. */
function atTop(address: string): string {
  return `${address}#main`
}
