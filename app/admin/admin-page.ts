import type { ReactNode } from 'react'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { AppError } from '#lib/errors.ts'
import { definePage, type PageRequest } from '#lib/http/page.ts'
import { paths } from '#lib/paths.ts'
import { RefusedView } from './refused-view.tsx'

const administers = (viewer: EngineerViewer) => viewer.administer

/** A page of the Admin Tool: for engineers with the grant *administer*, or the one that `may` names instead. */
export function adminPage(
  render: (viewer: EngineerViewer, request: PageRequest) => Promise<ReactNode>,
  may: (viewer: EngineerViewer) => boolean = administers,
) {
  return definePage({
    viewer: 'engineer',
    signIn: paths.deskSignIn,
    refused: RefusedView,
    render: async (viewer, request) => {
      if (!may(viewer)) throw new AppError('forbidden')
      return render(viewer, request)
    },
  })
}
