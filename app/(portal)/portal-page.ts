import type { ReactNode } from 'react'
import type { PortalViewer } from '#lib/access/viewer.ts'
import { definePage, type PageRequest } from '#lib/http/page.ts'
import { paths } from '#lib/paths.ts'
import { RefusedView } from './refused-view.tsx'

/** A page of the portal: for signed-in contacts only. */
export function portalPage(render: (viewer: PortalViewer, request: PageRequest) => Promise<ReactNode>) {
  return definePage({ viewer: 'contact', signIn: paths.signIn, refused: RefusedView, render })
}
