'use server'

import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, type FormState } from '#lib/actions/define-action.ts'
import { AppError } from '#lib/errors.ts'
import { localPath, paths } from '#lib/paths.ts'
import { executeActivity } from '#lib/tickets/commands/activity.ts'
import { assignTicket } from '#lib/tickets/commands/assign.ts'
import { eachTicket } from '#lib/tickets/commands/bulk.ts'
import { closeTicket } from '#lib/tickets/commands/close.ts'
import { chooseColumns, removeView, saveView } from '#lib/tickets/commands/views.ts'
import { DESK_COLUMNS } from '#lib/tickets/desk-columns.ts'
import { savedQueryShape } from '#lib/tickets/queries/desk-view.ts'

/** A list of the desk, where a form of it leads back to. */
const back = z
  .string()
  .max(3000)
  .transform((address) => localPath(address, paths.desk()))
  .transform((address) => (/^\/desk(\?|$)/.test(address) ? address : paths.desk()))

const several = defineAction({
  viewer: 'engineer',
  many: ['ticket'],
  input: z.object({
    back,
    do: z.enum(['assign', 'close', 'step']),
    ticket: z.array(z.coerce.number().int().positive()).min(1, 'bulkNone').max(100),
    to: z.union([z.literal('none').transform(() => null), z.coerce.number().int().positive()]).optional(),
    step: z.string().max(100).optional(),
    comment: z.string().trim().max(2000).default(''),
  }),
  run: async (viewer, input) => {
    const { done, refused } = await eachTicket(input.ticket, (number) => {
      if (input.do === 'assign') return assignTicket(viewer, { number, engineer: input.to ?? null })
      if (input.do === 'close') return closeTicket(viewer, { number, body: input.comment })
      if (!input.step) throw new AppError('invalid')
      return executeActivity(viewer, { key: randomUUID(), number, activity: input.step, body: input.comment })
    })
    return withOutcome(input.back, {
      ...(done > 0 ? { done: 'bulk', count: String(done) } : {}),
      refused: refused.map(({ number, reason }) => `${number}.${reason}`).join('~'),
    })
  },
})

const columns = defineAction({
  viewer: 'engineer',
  many: ['columns'],
  input: z.object({ back, columns: z.array(z.enum(DESK_COLUMNS)).max(DESK_COLUMNS.length) }),
  run: async (viewer, input) => {
    await chooseColumns(viewer, input.columns)
    return withOutcome(input.back, { done: 'columns' })
  },
})

const view = defineAction({
  viewer: 'engineer',
  input: z.object({
    back,
    name: z.string().trim().min(1, 'missing').max(60, 'tooLong'),
    query: z.string().max(3000).transform(parsed).pipe(savedQueryShape),
  }),
  run: async (viewer, { name, query }) => {
    const kept = Object.fromEntries(
      Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
    )
    const saved = await saveView(viewer, { name, query: kept })
    return paths.desk({ ...kept, saved: String(saved), done: 'view' })
  },
})

const gone = defineAction({
  viewer: 'engineer',
  input: z.object({ view: z.coerce.number().int().positive() }),
  run: async (viewer, input) => {
    await removeView(viewer, input.view)
    return paths.desk({ done: 'viewRemoved' })
  },
})

export async function changeSeveral(form: FormData): Promise<void> {
  backWith(form, await several(form))
}

export async function keepColumns(form: FormData): Promise<void> {
  backWith(form, await columns(form))
}

export async function keepView(form: FormData): Promise<void> {
  backWith(form, await view(form))
}

export async function takeViewAway(form: FormData): Promise<void> {
  backWith(form, await gone(form))
}

/** Back to the list, which says what was refused; it shows nothing but a code. */
function backWith(form: FormData, { problem }: FormState): void {
  if (!problem) return
  const to = back.safeParse(form.get('back'))
  const reason = problem.fields.ticket ?? problem.detail.reason ?? problem.code
  redirect(withOutcome(to.success ? to.data : paths.desk(), { problem: String(reason) }))
}

function withOutcome(address: string, outcome: Record<string, string>): string {
  const { searchParams } = new URL(address, 'http://desk.example')
  return paths.desk({ ...Object.fromEntries(searchParams), ...outcome })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
