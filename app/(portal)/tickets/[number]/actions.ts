'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '#lib/actions/define-action.ts'
import { getViewer } from '#lib/auth/viewer.ts'
import { saveDraft } from '#lib/drafts/commands.ts'
import { purposeText } from '#lib/drafts/purpose.ts'
import { paths } from '#lib/paths.ts'
import { executeActivity } from '#lib/tickets/commands/activity.ts'
import { stepInput } from '#lib/tickets/input.ts'

const run = defineAction({
  viewer: 'contact',
  input: stepInput,
  run: async (viewer, input) => `${paths.ticket((await executeActivity(viewer, input)).number, 'activity')}#main`,
})

/** A refused step leads back to the ticket, which says why; what was typed waits there in the reply box. */
export async function execute(form: FormData): Promise<void> {
  const { problem, values = {} } = await run(form)
  if (!problem) return
  const number = z.coerce.number().int().positive().safeParse(values.number)
  if (!number.success) redirect(paths.tickets())
  // Only of the viewer's own form: what another site sent must not come to stand in anybody's reply.
  const own = problem.code === 'invalid' || problem.code === 'conflict'
  const body = own ? values[`comment-${values.activity}`] : undefined
  const viewer = await getViewer()
  if (body && viewer.kind === 'contact') {
    await saveDraft(viewer, purposeText({ kind: 'comment', number: number.data }), { values: { body } })
  }
  redirect(`${paths.ticketRefused(number.data, problem.code)}#main`)
}
