import type { SignedInViewer, ViewingViewer } from '../access/viewer.ts'
import { paths } from '../paths.ts'

/** Where somebody has to go before any other page: to change an initial password, or to add a second factor that a role asks for. */
export function dutyOf(viewer: SignedInViewer | ViewingViewer): string | null {
  const kind = viewer.kind === 'engineer' ? 'engineer' : 'contact'
  if (viewer.must_change_password) return paths.changePassword(kind)
  return viewer.must_add_factor ? paths.secondFactor(kind) : null
}
