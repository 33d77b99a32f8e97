import type { SignedInViewer, ViewingViewer } from '#lib/access/viewer.ts'
import { download } from '#lib/attachments/download.ts'
import { attachmentForDownload } from '#lib/attachments/queries.ts'
import { notFound } from '#lib/errors.ts'
import { defineRoute } from '#lib/http/define-route.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The name in the address is for people and for saving; the id alone decides. */
export const GET = defineRoute(answer, { viewing: answer })

async function answer(viewer: SignedInViewer | ViewingViewer, request: Request, { id }: { id?: string }) {
  if (!UUID.test(id ?? '')) throw notFound()
  return download(await attachmentForDownload(viewer, String(id)), request)
}
