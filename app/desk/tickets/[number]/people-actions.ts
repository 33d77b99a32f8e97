'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { separateTicket } from '#lib/tickets/commands/merge.ts'
import { addParticipant, removeParticipant } from '#lib/tickets/commands/participants.ts'
import { endShare } from '#lib/tickets/commands/shares.ts'

const number = z.coerce.number().int().positive()
const id = z.coerce.number().int().positive()

const add = defineAction({
  viewer: 'engineer',
  input: z.object({ number, contact: id }),
  run: async (viewer, input) => {
    await addParticipant(viewer, input)
    return outcome(input.number, 'participant')
  },
})

const remove = defineAction({
  viewer: 'engineer',
  input: z.object({ number, contact: id }),
  run: async (viewer, input) => {
    await removeParticipant(viewer, input)
    return outcome(input.number, 'participantGone')
  },
})

const stop = defineAction({
  viewer: 'engineer',
  input: z.object({ number, share: id }),
  run: async (viewer, input) => {
    await endShare(viewer, input)
    return outcome(input.number, 'shareEnded')
  },
})

const part = defineAction({
  viewer: 'engineer',
  input: z.object({ number }),
  run: async (viewer, input) => {
    await separateTicket(viewer, input.number)
    return outcome(input.number, 'separated')
  },
})

export async function takeIn(form: FormData): Promise<void> {
  backWith(form, await add(form))
}

export async function leaveOut(form: FormData): Promise<void> {
  backWith(form, await remove(form))
}

export async function stopShare(form: FormData): Promise<void> {
  backWith(form, await stop(form))
}

export async function separate(form: FormData): Promise<void> {
  backWith(form, await part(form))
}

function outcome(ticket: number, done: string): string {
  return `${paths.deskTicket(ticket, done)}#main`
}

function backWith(form: FormData, { problem }: FormState): void {
  if (!problem) return
  const given = number.safeParse(form.get('number'))
  redirect(given.success ? `${paths.deskTicketRefused(given.data, problem.code)}#main` : paths.desk())
}
