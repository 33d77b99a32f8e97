'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { changeCustomer } from '#lib/tickets/commands/customer.ts'

const input = z.object({ number: z.coerce.number().int().positive(), contact: z.coerce.number().int().positive() })

const run = defineAction({
  viewer: 'engineer',
  input,
  run: async (viewer, change) => {
    await changeCustomer(viewer, change)
    return `${paths.deskTicket(change.number, 'customer')}#main`
  },
})

export async function makeCustomer(form: FormData): Promise<void> {
  const { problem } = await run(form)
  if (!problem) return
  const given = input.shape.number.safeParse(form.get('number'))
  redirect(given.success ? `${paths.deskTicketRefused(given.data, problem.code)}#main` : paths.desk())
}
