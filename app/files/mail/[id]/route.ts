import { notFound } from '#lib/errors.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { frameAnswer } from '#lib/mail/frame-answer.ts'
import { contentOfMail } from '#lib/mail/queries/content.ts'

/** The HTML of a mail of the queue, for the frame on its page. */
export const GET = defineRoute(async (viewer, _request, { id }) => {
  if (viewer.kind !== 'engineer' || !viewer.administer || !/^\d{1,15}$/.test(id ?? '')) throw notFound()
  const content = await contentOfMail(viewer, Number(id))
  if (!content) throw notFound()
  return frameAnswer(content.html, content.logo)
})
