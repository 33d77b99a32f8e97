import { cookies } from 'next/headers'
import { z } from 'zod'
import type { Viewer } from '#lib/access/viewer.ts'
import { keepPreference } from '#lib/accounts/commands.ts'
import { defineRoute } from '#lib/http/define-route.ts'
import { seeOther } from '#lib/http/see-other.ts'
import { isLocale, localeCookie } from '#lib/i18n/locales.ts'
import { localPath } from '#lib/paths.ts'
import { SCHEME_COOKIE } from '#lib/themes/worn.ts'

const KEEP = { maxAge: 365 * 24 * 60 * 60, sameSite: 'lax', httpOnly: true, path: '/' } as const
const scheme = z.enum(['light', 'dark', 'system'])

/** Language and appearance: kept in a cookie for this browser, and with the account of a customer who is signed in. */
export const POST = defineRoute((viewer, request) => choose(viewer, request), {
  anonymous: (request) => choose({ kind: 'anonymous' }, request),
  initialPassword: 'passes',
  viewing: (viewer, request) => choose(viewer, request),
})

async function choose(viewer: Viewer, request: Request): Promise<Response> {
  const form = await request.formData()
  const jar = await cookies()
  const locale = form.get('locale')
  if (isLocale(locale)) {
    jar.set(localeCookie, locale, KEEP)
    if (viewer.kind === 'contact') await keepPreference(viewer, { locale })
  }
  const chosen = scheme.safeParse(form.get('scheme')).data
  if (chosen) {
    if (chosen === 'system') jar.delete(SCHEME_COOKIE)
    else jar.set(SCHEME_COOKIE, chosen, KEEP)
    if (viewer.kind === 'contact') await keepPreference(viewer, { scheme: chosen === 'system' ? null : chosen })
  }
  return seeOther(localPath(form.get('back')))
}
