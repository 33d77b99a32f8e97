import type { Viewer } from '#lib/access/viewer.ts'
import type { Kind } from '#lib/auth/oidc/provider.ts'

/** The number of the contact or engineer who is signed in; none where nobody is, or one of the other kind. */
export function ownerIn(viewer: Viewer, kind: Kind): number | undefined {
  if (viewer.kind === 'contact' && kind === 'contact') return viewer.contact
  if (viewer.kind === 'engineer' && kind === 'engineer') return viewer.engineer
  return undefined
}
