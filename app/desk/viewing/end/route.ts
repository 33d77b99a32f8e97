import { sessionIdOf } from '#lib/auth/next-auth.ts'
import { stopViewing } from '#lib/auth/sessions.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { seeOther } from '#lib/http/see-other.ts'
import { paths } from '#lib/paths.ts'

/** The way out of viewing as a customer: the session is the engineer's again. One whose time is up only goes back. */
export const POST = defineRoute(async () => seeOther(paths.desk()), {
  initialPassword: 'passes',
  viewing: async (_viewer, request) => {
    const session = await sessionIdOf(request.headers)
    const contact = session && (await stopViewing(session))
    return seeOther(contact ? paths.deskContacts(contact, { done: 'viewed' }) : paths.desk())
  },
})
