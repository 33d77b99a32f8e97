import 'server-only'
import type { z } from 'zod'
import type { SignedInViewer } from '../access/viewer.ts'
import { AppError } from '../errors.ts'
import { problemsOf } from '../http/problems.ts'
import { paths } from '../paths.ts'
import { answerTicket, commentOnTicket } from '../tickets/commands/comment.ts'
import { createTicket } from '../tickets/commands/create.ts'
import { openTicket } from '../tickets/commands/open.ts'
import { answerInput, commentInput, createInput, openInput, rawFields } from '../tickets/input.ts'
import type { Purpose } from './purpose.ts'

type Typed = Record<string, string | string[]>

/** Does what the draft is for, and says where to go. @throws AppError as the command, or `invalid` with the fields */
export async function send(viewer: SignedInViewer, purpose: Purpose, typed: Typed): Promise<string> {
  if (purpose.kind === 'answer' && viewer.kind === 'engineer') {
    const { number, customerVisible } = await answerTicket(
      viewer,
      parse(answerInput, { ...typed, number: purpose.number }),
    )
    return `${paths.deskTicket(number, customerVisible ? 'answer' : 'note')}#end`
  }
  if (purpose.kind === 'open' && viewer.kind === 'engineer') {
    const asked = parse(openInput, { ...typed, queue: purpose.queue, fields: rawFields(typed) })
    return `${paths.deskTicket((await openTicket(viewer, asked)).number, 'created')}#main`
  }
  if (viewer.kind !== 'contact' || purpose.kind === 'answer' || purpose.kind === 'open') throw new AppError('forbidden')
  if (purpose.kind === 'comment') {
    const { number, entry } = await commentOnTicket(viewer, parse(commentInput, { ...typed, number: purpose.number }))
    return `${paths.ticket(number, 'comment')}#entry-${entry}`
  }
  const { key, subject, description, ...rest } = typed
  const fields = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) =>
      name.startsWith('field.') ? [[name.slice('field.'.length), value]] : [],
    ),
  )
  const created = await createTicket(
    viewer,
    parse(createInput, { key, subject, description, queue: purpose.queue, fields }),
  )
  return created.readable ? paths.createdTicket(created.number) : `${paths.newTicket()}?created=${created.number}`
}

function parse<Shape extends z.ZodType>(shape: Shape, value: unknown): z.output<Shape> {
  const parsed = shape.safeParse(value)
  if (!parsed.success) throw new AppError('invalid', { fields: problemsOf(parsed.error) })
  return parsed.data
}
