import { receive } from '#lib/attachments/multipart.ts'
import { keepForLater } from '#lib/drafts/ended-session.ts'
import { handleDraft } from '#lib/drafts/intents.ts'
import { parsePurpose } from '#lib/drafts/purpose.ts'
import { requirePurpose } from '#lib/drafts/queries.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { settings } from '#lib/settings/queries.ts'

/** Every form that takes files is sent here: it streams, which a server action cannot, and keeps what was typed. */
export const POST = defineRoute(
  async (viewer, request, { kind, subject }) => {
    const purpose = parsePurpose(kind, subject)
    await requirePurpose(viewer, purpose)
    return handleDraft(viewer, purpose, await receive(request, await limits()), wantsJson(request))
  },
  { anonymous: (request, { kind, subject }) => keepForLater(parsePurpose(kind, subject), request) },
)

async function limits() {
  const values = await settings('attachment.max_megabytes', 'attachment.max_files')
  return { bytes: values['attachment.max_megabytes'] * 1024 * 1024, files: values['attachment.max_files'] }
}

function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') ?? false
}
