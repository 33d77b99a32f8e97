import { fileLimits } from '#lib/attachments/limits.ts'
import { receive } from '#lib/attachments/multipart.ts'
import { sessionIdOf } from '#lib/auth/next-auth.ts'
import { keepForLater } from '#lib/drafts/ended-session.ts'
import { handleDraft } from '#lib/drafts/intents.ts'
import { parsePurpose } from '#lib/drafts/purpose.ts'
import { requirePurpose } from '#lib/drafts/queries.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import type { SentForm } from '#lib/http/plain-page.ts'
import { requireSameOrigin } from '#lib/http/same-origin.ts'

/** Every form that takes files is sent here: it streams, which a server action cannot, and keeps what was typed. */
export const POST = defineRoute(
  async (viewer, request, { kind, subject }) => {
    const purpose = parsePurpose(kind, subject)
    await requirePurpose(viewer, purpose)
    return handleDraft(viewer, purpose, await receive(request, await fileLimits()), wantsJson(request))
  },
  {
    anonymous: (request, { kind, subject }) => keepForLater(parsePurpose(kind, subject), request, wantsJson(request)),
    sent,
  },
)

function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') ?? false
}

/** What was typed, where the database is away and nothing of it could be kept there. A body from nobody is not read. */
async function sent(request: Request): Promise<SentForm | undefined> {
  requireSameOrigin(request.headers)
  if (request.bodyUsed || !(await sessionIdOf(request.headers))) return undefined
  const { values } = await receive(request, { bytes: 0, files: 0 })
  return { action: new URL(request.url).pathname, values }
}
