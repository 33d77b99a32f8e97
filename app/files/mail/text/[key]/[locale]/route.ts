import { notFound } from '#lib/errors.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { isLocale } from '#lib/i18n/locales.ts'
import { frameAnswer } from '#lib/mail/frame-answer.ts'
import { isMailKey } from '#lib/mail/kinds.ts'
import { TemplateProblem } from '#lib/mail/liquid.ts'
import { previewText } from '#lib/mail/queries/templates.ts'

/** The HTML of a mail's text, filled in, for the frame on its page. */
export const GET = defineRoute(async (viewer, request, { key, locale }) => {
  if (viewer.kind !== 'engineer' || !viewer.administer || !isMailKey(key) || !isLocale(locale)) throw notFound()
  const ticket = new URL(request.url).searchParams.get('ticket') ?? ''
  try {
    const { html, logo } = await previewText(
      viewer,
      key,
      locale,
      /^\d{1,15}$/.test(ticket) ? Number(ticket) : undefined,
    )
    return frameAnswer(html, logo)
  } catch (error) {
    throw error instanceof TemplateProblem ? notFound() : error
  }
})
