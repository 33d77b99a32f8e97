'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { AppError } from '#lib/errors.ts'
import { paths } from '#lib/paths.ts'
import { addParticipant, removeParticipant } from '#lib/tickets/commands/participants.ts'
import { endShare, shareTicket } from '#lib/tickets/commands/shares.ts'

const number = z.coerce.number().int().positive()
const id = z.coerce.number().int().positive()

const add = defineAction({
  viewer: 'contact',
  input: z.object({
    number,
    contact: id,
    how: z.enum(['participant', 'share', 'readOnly']),
    until: z.union([z.literal('').transform(() => null), z.iso.date('date')]).default(null),
  }),
  run: async (viewer, { number, contact, how, until }) => {
    if (how === 'participant') await addParticipant(viewer, { number, contact })
    else await shareTicket(viewer, { number, contact, readOnly: how === 'readOnly', until: endOf(until) })
    return told(number, 'added')
  },
})

const remove = defineAction({
  viewer: 'contact',
  input: z.object({ number, contact: id }),
  run: async (viewer, input) => {
    await removeParticipant(viewer, input)
    return told(input.number, 'removed')
  },
})

const end = defineAction({
  viewer: 'contact',
  input: z.object({ number, share: id }),
  run: async (viewer, input) => {
    await endShare(viewer, input)
    return told(input.number, 'ended')
  },
})

export async function addColleague(state: FormState, form: FormData): Promise<FormState> {
  return add(state, form)
}

export async function removeColleague(form: FormData): Promise<void> {
  backWith(form, await remove(form))
}

export async function endSharing(form: FormData): Promise<void> {
  backWith(form, await end(form))
}

/** The day is included. */
function endOf(day: string | null): Date | null {
  if (day === null) return null
  const at = new Date(`${day}T23:59:59`)
  if (Number.isNaN(at.getTime())) throw new AppError('invalid', { fields: { until: 'date' } })
  return at
}

function told(ticket: number, done: string): string {
  return `${paths.ticketPart(ticket, 'people', { done })}#main`
}

function backWith(form: FormData, { problem }: FormState): void {
  if (!problem) return
  const given = number.safeParse(form.get('number'))
  redirect(given.success ? `${paths.ticketRefused(given.data, problem.code)}#main` : paths.tickets())
}
