import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { forgetCookie, sessionIdOf } from '#lib/auth/next-auth.ts'
import { signOut } from '#lib/auth/sessions.ts'
import { clientAddress } from '#lib/http/client-address.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { seeOther } from '#lib/http/see-other.ts'
import { paths } from '#lib/paths.ts'

/** Ends the session and forgets its cookie. A whole new page follows: the next one to sign in may wear another theme. */
export const POST = defineRoute(leave, {
  anonymous: async () => seeOther(paths.signIn()),
  initialPassword: 'passes',
  viewing: leave,
})

async function leave(viewer: SignedInViewer | ViewingViewer, request: Request) {
  const session = await sessionIdOf(request.headers)
  if (session) await signOut(session, viewer, clientAddress(request.headers))
  await forgetCookie()
  return seeOther(viewer.kind === 'contact' ? paths.signIn() : paths.deskSignIn())
}
