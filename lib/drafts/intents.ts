import 'server-only'
import type { SignedInViewer } from '../access/viewer.ts'
import type { Received, RefusedFile } from '../attachments/multipart.ts'
import { AppError } from '../errors.ts'
import { plainPage } from '../http/plain-page.ts'
import { seeOther } from '../http/see-other.ts'
import { faultOf, log } from '../log.ts'
import { paths } from '../paths.ts'
import { attachToDraft, discardDraft, removeFromDraft, saveDraft } from './commands.ts'
import { formOf } from './form-of.ts'
import { type Purpose, purposeText } from './purpose.ts'
import { rewrites, rewritten } from './rewritten.ts'
import { send } from './send.ts'

/**
 * What a form with files asks for: `attach`, `detach`, `save`, `discard`, or to be sent. Files and text are kept first, so
 * that whatever is refused afterwards is still there.
 */
export async function handleDraft(
  viewer: SignedInViewer,
  purpose: Purpose,
  received: Received,
  json: boolean,
): Promise<Response> {
  const key = purposeText(purpose)
  const { intent, detach, attachment, ...typed } = received.values
  const wish = detach ? 'detach' : String(intent ?? 'send')
  try {
    if (wish === 'discard') {
      await discardDraft(viewer, key)
      return answer(json, formOf(purpose, typed), {})
    }
    if (wish === 'detach') {
      await removeFromDraft(viewer, key, String(detach ?? attachment))
      if (!json) await saveDraft(viewer, key, { values: typed })
      return answer(json, formOf(purpose, typed), {})
    }
    const files = received.files.length ? await attachToDraft(viewer, key, received.files) : []
    const [refusedFile] = received.refused
    if (wish === 'attach' && json) {
      if (refusedFile) throw asError(refusedFile)
      return Response.json({ id: received.files[0]?.id, files }, { headers: NO_STORE })
    }
    await saveDraft(viewer, key, { values: await rewritten(viewer, purpose, wish, typed) })
    if (refusedFile) throw asError(refusedFile)
    if (wish !== 'send')
      return answer(json, rewrites(wish) ? `${formOf(purpose, typed)}#reply` : formOf(purpose, typed), {})
    return answer(json, await send(viewer, purpose, typed), {})
  } catch (error) {
    return refused(viewer, purpose, typed, error, json)
  }
}

const asError = ({ code, name }: RefusedFile) => new AppError(code, { detail: { name } })

const NO_STORE = { 'cache-control': 'no-store' }

async function refused(
  viewer: SignedInViewer,
  purpose: Purpose,
  values: Received['values'],
  error: unknown,
  json: boolean,
): Promise<Response> {
  const known = error instanceof AppError ? error : new AppError('unexpected', { cause: error })
  if (known.status >= 500) log().error({ fault: faultOf(known), code: known.code }, 'draft not sent')
  const { code, fields, detail } = known
  if (json) return Response.json({ code, fields, detail }, { status: known.status, headers: NO_STORE })
  if (code === 'not_found' || code === 'session_ended') throw known
  const key = purposeText(purpose)
  try {
    await saveDraft(viewer, key, { values, problem: { code, fields, detail } })
  } catch (failure) {
    if (!(failure instanceof AppError && failure.code === 'unavailable')) throw failure
    return plainPage(failure, { action: paths.draft(key), values: { ...values, intent: 'send' } })
  }
  return seeOther(`${formOf(purpose, values)}#problem`)
}

function answer(json: boolean, next: string, body: object): Response {
  return json ? Response.json({ ...body, next }, { headers: NO_STORE }) : seeOther(next)
}
