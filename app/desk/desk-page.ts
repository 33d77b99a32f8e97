import type { ReactNode } from 'react'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { definePage, type PageRequest } from '#lib/http/page.ts'
import { paths } from '#lib/paths.ts'
import { RefusedView } from './refused-view.tsx'

/** A page of the desk: for signed-in engineers only. */
export function deskPage(render: (viewer: EngineerViewer, request: PageRequest) => Promise<ReactNode>) {
  return definePage({ viewer: 'engineer', signIn: paths.deskSignIn, refused: RefusedView, render })
}
