import { cookies } from 'next/headers'
import { AppError, notFound } from '#lib/errors.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { seeOther } from '#lib/http/see-other.ts'
import { paths } from '#lib/paths.ts'
import { PREVIEW_COOKIE, PREVIEW_SECONDS, sealPreview } from '#lib/themes/preview.ts'
import { isTheme } from '#lib/themes/registry.ts'

/** Lets an administrator's browser wear a theme. A route and no action: only a whole new page brings another style sheet. */
export const POST = defineRoute(async (viewer, request) => {
  if (viewer.kind !== 'engineer' || !viewer.administer) throw new AppError('forbidden')
  const theme = (await request.formData()).get('theme')
  if (typeof theme !== 'string' || !isTheme(theme)) throw notFound()
  const keep = { maxAge: PREVIEW_SECONDS, sameSite: 'lax', httpOnly: true, path: '/' } as const
  const jar = await cookies()
  jar.set(PREVIEW_COOKIE, sealPreview(theme), keep)
  return seeOther(paths.admin('themes', 'preview'))
})
