import 'server-only'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { z } from 'zod'
import type { SignedInViewer, Viewer } from '../access/viewer.ts'
import { dutyOf } from '../auth/duty.ts'
import { getViewer } from '../auth/viewer.ts'
import { AppError } from '../errors.ts'
import { problemsOf } from '../http/problems.ts'
import { requireSameOrigin } from '../http/same-origin.ts'
import { faultOf, log } from '../log.ts'
import type { FormState } from '../ui/form-state.ts'

export type { FormState }

type ViewerOf = {
  anyone: Viewer
  contact: SignedInViewer & { kind: 'contact' }
  engineer: SignedInViewer & { kind: 'engineer' }
  /** An engineer with the grant *administer*. */
  administrator: SignedInViewer & { kind: 'engineer' }
  signedIn: SignedInViewer
}

/**
 * A server action: same origin, viewer, parsed input, one command, then the address to go to. Everything that is refused
 * comes back as form state. The previous state that React sends along is client input and is not looked at.
 */
export function defineAction<Who extends keyof ViewerOf, Shape extends z.ZodType>(options: {
  viewer: Who
  input: Shape
  /** Names that the form may send several times, or not at all: they reach the input as lists. */
  many?: readonly string[] | ((name: string) => boolean)
  /** The next page may wear another theme, whose style sheet only a whole new page brings. */
  newPage?: boolean
  /** Possible for whoever still has to change an initial password or to add a second factor. */
  initialPassword?: 'passes'
  /** Gives the address to go to, what the answer shows once, or what saving would do, with what hidden fields are to hold then. */
  run: (
    viewer: ViewerOf[Who],
    input: z.output<Shape>,
    request: Headers,
  ) => Promise<string | { once: string } | { effect: NonNullable<FormState['effect']>; held?: Record<string, string> }>
}) {
  return async (previousOrForm: FormState | FormData, formAfterState?: FormData): Promise<FormState> => {
    const form = formAfterState ?? previousOrForm
    if (!(form instanceof FormData)) throw new AppError('invalid')
    const given = textsOf(form)
    const { many = [] } = options
    const names = typeof many === 'function' ? [...form.keys()].filter(many) : many
    const chosen = Object.fromEntries(
      names.map((name) => [name, form.getAll(name).filter((value) => typeof value === 'string')]),
    )
    let next: string
    try {
      const request = await headers()
      requireSameOrigin(request)
      const viewer = requireViewer(await getViewer(), options.viewer)
      if (viewer.kind !== 'anonymous' && dutyOf(viewer) && !options.initialPassword) throw new AppError('forbidden')
      const parsed = options.input.safeParse({ ...given, ...chosen })
      if (!parsed.success) throw new AppError('invalid', { fields: problemsOf(parsed.error) })
      const outcome = await options.run(viewer, parsed.data, request)
      if (typeof outcome !== 'string')
        return 'effect' in outcome
          ? { effect: outcome.effect, values: { ...unsecret(given), ...outcome.held }, chosen }
          : outcome
      next = outcome
      if (options.newPage && request.has('next-action')) return { go: next }
    } catch (error) {
      unstable_rethrow(error)
      return refused(error, given, chosen)
    }
    redirect(next)
  }
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith('$') || typeof value !== 'string' ? [] : [[name, value.replaceAll('\0', '')]],
    ),
  )
}

function requireViewer<Who extends keyof ViewerOf>(viewer: Viewer, who: Who): ViewerOf[Who] {
  // Whoever looks through a customer's eyes changes nothing, its own things neither.
  if (viewer.kind === 'viewing-as') throw new AppError('forbidden', { detail: { reason: 'viewing' } })
  if (who !== 'anyone' && viewer.kind === 'anonymous') throw new AppError('session_ended')
  if (who === 'administrator') {
    if (viewer.kind !== 'engineer' || !viewer.administer) throw new AppError('forbidden')
  } else if (who !== 'anyone' && who !== 'signedIn' && viewer.kind !== who) throw new AppError('forbidden')
  return viewer as ViewerOf[Who]
}

function refused(error: unknown, given: Record<string, string>, chosen: Record<string, string[]>): FormState {
  const known = error instanceof AppError ? error : new AppError('unexpected', { cause: error })
  if (known.status >= 500) log().error({ fault: faultOf(known), code: known.code }, 'action failed')
  return {
    problem: { code: known.code, fields: known.fields, detail: known.detail },
    values: unsecret(given),
    chosen,
  }
}

/** What was typed, without passwords and secrets. */
function unsecret(given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !/password|secret/i.test(name)))
}
