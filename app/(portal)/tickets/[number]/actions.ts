'use server'

import { defineAction } from '#lib/actions/define-action.ts'
import { paths } from '#lib/paths.ts'
import { executeActivity } from '#lib/tickets/commands/activity.ts'
import { activityInput } from '#lib/tickets/input.ts'

const run = defineAction({
  viewer: 'contact',
  input: activityInput,
  run: async (viewer, input) => paths.ticket((await executeActivity(viewer, input)).number, 'activity'),
})

export async function execute(form: FormData): Promise<void> {
  const { problem } = await run(form)
  if (problem) await refuse(form, problem.code)
}

async function refuse(form: FormData, code: string) {
  const { redirect } = await import('next/navigation')
  redirect(`${paths.ticket(Number(form.get('number')))}?problem=${code}`)
}
