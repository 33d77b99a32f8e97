import 'server-only'
import { receive } from '../attachments/multipart.ts'
import { sessionIdOf } from '../auth/next-auth.ts'
import { hashOfSession } from '../auth/sessions.ts'
import { seeOther } from '../http/see-other.ts'
import { paths } from '../paths.ts'
import { keepForEndedSession } from './commands.ts'
import { formOf } from './form-of.ts'
import { type Purpose, purposeText } from './purpose.ts'

/**
 * Somebody sends a form after the session ran out: the text waits as a draft for the one whose session it was, and signing
 * in leads back to it, as the sign-in page says. Files are not kept from somebody who is not signed in.
 */
export async function keepForLater(purpose: Purpose, request: Request): Promise<Response> {
  const session = await sessionIdOf(request.headers)
  let typed: Parameters<typeof formOf>[1] = {}
  let done: 'kept' | undefined
  // A body from nobody is not even read.
  if (session) {
    const { values } = await receive(request, { bytes: 0, files: 0 })
    typed = values
    const { intent: _intent, detach: _detach, attachment: _attachment, ...kept } = values
    if (await keepForEndedSession(hashOfSession(session), purposeText(purpose), kept)) done = 'kept'
  }
  const form = formOf(purpose, typed)
  const atDesk = purpose.kind === 'answer' || purpose.kind === 'open'
  return seeOther(atDesk ? paths.deskSignIn(form, done) : paths.signIn(form, done))
}
