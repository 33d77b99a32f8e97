import 'server-only'
import { type Received, receive } from '../attachments/multipart.ts'
import { sessionIdOf } from '../auth/next-auth.ts'
import { hashOfSession } from '../auth/sessions.ts'
import { AppError } from '../errors.ts'
import { seeOther } from '../http/see-other.ts'
import { paths } from '../paths.ts'
import { keepForEndedSession } from './commands.ts'
import { formOf } from './form-of.ts'
import { type Purpose, purposeText } from './purpose.ts'

/**
 * Somebody sends a form after the session ran out: the text waits as a draft for the one whose session it was, and signing
 * in leads back to it, as the sign-in page says. Files are not kept from somebody who is not signed in.
 * @param json a script asks: the text is kept, or it was not
 * @throws AppError `session_ended` to a script, for anything but a kept text
 */
export async function keepForLater(purpose: Purpose, request: Request, json: boolean): Promise<Response> {
  const session = await sessionIdOf(request.headers)
  // A body from nobody is not even read.
  const values: Received['values'] = session ? (await receive(request, { bytes: 0, files: 0 })).values : {}
  const { intent, detach: _detach, attachment: _attachment, ...typed } = values
  const kept = session !== null && (await keepForEndedSession(hashOfSession(session), purposeText(purpose), typed))
  if (json) {
    if (!kept || intent !== 'save') throw new AppError('session_ended')
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } })
  }
  const [form, done] = [formOf(purpose, values), kept ? 'kept' : undefined]
  const atDesk = purpose.kind === 'answer' || purpose.kind === 'open'
  return seeOther(atDesk ? paths.deskSignIn(form, done) : paths.signIn(form, done))
}
