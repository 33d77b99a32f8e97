import 'server-only'
import type { SignedInViewer, ViewingViewer } from '../access/viewer.ts'
import { dutyOf } from '../auth/duty.ts'
import { viewerOf } from '../auth/viewer.ts'
import { AppError } from '../errors.ts'
import { faultOf, log } from '../log.ts'
import { plainPage, type SentForm } from './plain-page.ts'
import { requireSameOrigin } from './same-origin.ts'
import { seeOther } from './see-other.ts'

type Params = Record<string, string | undefined>
type Context = { params: Promise<Params> }
type Handle<Who = SignedInViewer> = (viewer: Who, request: Request, params: Params) => Promise<Response>

/**
 * A route handler for whoever is signed in. What it refuses is one plain line with a status, or to a browser a plain page,
 * alike for the unknown and the invisible; `sent` reads the form again where that page should keep it; `anonymous` may answer in place of the refusal where nobody is signed in. Whoever still has an initial password
 * or lacks a second factor is sent to see to that first, but where `initialPassword` lets it pass. Whoever views as a customer is refused, but where
 * `viewing` answers.
 */
export function defineRoute(
  handle: Handle,
  options: {
    anonymous?: (request: Request, params: Params) => Promise<Response>
    initialPassword?: 'passes'
    viewing?: Handle<ViewingViewer>
    sent?: (request: Request) => Promise<SentForm | undefined>
  } = {},
) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') requireSameOrigin(request.headers)
      const viewer = await viewerOf(request.headers)
      const params = await context.params
      if (viewer.kind === 'anonymous') {
        if (options.anonymous) return await options.anonymous(request, params)
        throw new AppError('not_found')
      }
      if (viewer.kind === 'viewing-as') {
        if (options.viewing) return await options.viewing(viewer, request, params)
        throw new AppError(request.method === 'GET' || request.method === 'HEAD' ? 'not_found' : 'forbidden')
      }
      const duty = dutyOf(viewer)
      if (duty && !options.initialPassword) return seeOther(duty)
      return await handle(viewer, request, params)
    } catch (error) {
      const known = error instanceof AppError ? error : new AppError('unexpected', { cause: error })
      if (known.status >= 500) log().error({ fault: faultOf(known), code: known.code }, 'route failed')
      if (request.method === 'POST' && request.headers.get('accept')?.includes('text/html')) {
        return plainPage(known, await options.sent?.(request).catch(() => undefined))
      }
      return Response.json({ code: known.code }, { status: known.status, headers: { 'cache-control': 'no-store' } })
    }
  }
}
