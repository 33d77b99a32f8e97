import 'server-only'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import type { EngineerViewer, PortalViewer, Viewer } from '../access/viewer.ts'
import { noteViewedPage } from '../access/viewing/commands.ts'
import { dutyOf } from '../auth/duty.ts'
import { getViewer } from '../auth/viewer.ts'
import { AppError } from '../errors.ts'
import { faultOf, log } from '../log.ts'
import { localPath, paths } from '../paths.ts'
import { answerWith } from './exchange.ts'

export type PageRequest = {
  params: Record<string, string | string[] | undefined>
  search: Record<string, string | undefined>
}
type PageProps = {
  params: Promise<PageRequest['params']>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}
type ViewerOfPage = { contact: PortalViewer; engineer: EngineerViewer }
export type RefusedPage = { error: AppError; requestId: string | undefined }

/**
 * A page for one kind of viewer. Whoever is not signed in goes to sign in and comes back; everything refused becomes an
 * ordinary view with its status, because a thrown error would send an empty body to a browser without script. So that it
 * can, a page loads all it shows before it returns.
 */
export function definePage<Kind extends keyof ViewerOfPage>(options: {
  viewer: Kind
  signIn: (next: string) => string
  refused: (refused: RefusedPage) => Promise<ReactNode>
  render: (viewer: ViewerOfPage[Kind], request: PageRequest) => Promise<ReactNode>
}) {
  return async ({ params, searchParams }: PageProps): Promise<ReactNode> => {
    try {
      const viewer = await getViewer()
      if (viewer.kind === 'anonymous') redirect(options.signIn(await presentPath()))
      if (!isFor(options.viewer, viewer)) redirect(viewer.kind === 'engineer' ? paths.desk() : paths.welcome())
      await enter(viewer)
      return await options.render(viewer, {
        params: await params,
        search: single(await searchParams),
      })
    } catch (error) {
      unstable_rethrow(error)
      return options.refused(await refusal(error))
    }
  }
}

/** While an engineer views as a customer the portal is open to it, and the desk is not. */
function isFor<Kind extends keyof ViewerOfPage>(kind: Kind, viewer: Viewer): viewer is ViewerOfPage[Kind] {
  return kind === 'contact' ? viewer.kind === 'contact' || viewer.kind === 'viewing-as' : viewer.kind === kind
}

/** A duty comes before any other page; what is viewed as a customer is written down. */
async function enter(viewer: Exclude<Viewer, { kind: 'anonymous' }>): Promise<void> {
  const path = await presentPath()
  if (viewer.kind === 'viewing-as') return noteViewedPage(viewer, path)
  const duty = dutyOf(viewer)
  if (duty && !path.startsWith(duty)) redirect(duty)
}

/** Sets the status of the answer and logs what is our fault; the view that follows says it in words. */
export async function refusal(error: unknown): Promise<RefusedPage> {
  const known = error instanceof AppError ? error : new AppError('unexpected', { cause: error })
  const requestId = (await headers()).get('x-request-id') ?? undefined
  if (known.status >= 500) log().error({ fault: faultOf(known), code: known.code, requestId }, 'page failed')
  answerWith(known.status)
  return { error: known, requestId }
}

async function presentPath(): Promise<string> {
  return localPath((await headers()).get('x-portico-path'))
}

/** Of a parameter given several times the first counts; PostgreSQL knows no NUL in a text. */
function single(search: Record<string, string | string[] | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(search).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value[0] : value)?.replaceAll('\0', ''),
    ]),
  )
}
