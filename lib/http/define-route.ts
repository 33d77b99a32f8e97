import 'server-only'
import type { SignedInViewer } from '../access/viewer.ts'
import { viewerOf } from '../auth/viewer.ts'
import { AppError } from '../errors.ts'
import { faultOf, log } from '../log.ts'
import { requireSameOrigin } from './same-origin.ts'

type Context = { params: Promise<Record<string, string | undefined>> }
type Handle = (
  viewer: SignedInViewer,
  request: Request,
  params: Record<string, string | undefined>,
) => Promise<Response>

/**
 * A route handler for whoever is signed in. What it refuses is one plain line with a status, alike for the unknown and the
 * invisible; `anonymous` may answer in place of the refusal where nobody is signed in.
 */
export function defineRoute(
  handle: Handle,
  anonymous?: (request: Request, params: Record<string, string | undefined>) => Promise<Response>,
) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') requireSameOrigin(request.headers)
      const viewer = await viewerOf(request.headers)
      const params = await context.params
      if (viewer.kind !== 'anonymous') return await handle(viewer, request, params)
      if (anonymous) return await anonymous(request, params)
      throw new AppError('not_found')
    } catch (error) {
      const known = error instanceof AppError ? error : new AppError('unexpected', { cause: error })
      if (known.status >= 500) log().error({ fault: faultOf(known), code: known.code }, 'route failed')
      return Response.json({ code: known.code }, { status: known.status, headers: { 'cache-control': 'no-store' } })
    }
  }
}
