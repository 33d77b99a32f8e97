'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { keepPreference } from '#lib/accounts/commands.ts'
import { forgetCookie, sessionIdOf } from '#lib/auth/next-auth.ts'
import { endSession } from '#lib/auth/sessions.ts'
import { getViewer } from '#lib/auth/viewer.ts'
import { requireSameOrigin } from '#lib/http/same-origin.ts'
import { isLocale, localeCookie } from '#lib/i18n/locales.ts'
import { localPath, paths } from '#lib/paths.ts'
import { SCHEME_COOKIE } from '#lib/themes/worn.ts'

const aYear = 365 * 24 * 60 * 60

/** Language and appearance: kept in a cookie for this browser, and with the account of whoever is signed in. */
export async function choose(form: FormData) {
  const request = await headers()
  requireSameOrigin(request)
  const viewer = await getViewer()
  const jar = await cookies()
  const keep = { maxAge: aYear, sameSite: 'lax', httpOnly: true, path: '/' } as const
  const locale = form.get('locale')
  if (isLocale(locale)) {
    jar.set(localeCookie, locale, keep)
    if (viewer.kind === 'contact') await keepPreference(viewer, { locale })
  }
  const scheme = z.enum(['light', 'dark', 'system']).safeParse(form.get('scheme'))
  if (scheme.success) {
    if (scheme.data === 'system') jar.delete(SCHEME_COOKIE)
    else jar.set(SCHEME_COOKIE, scheme.data, keep)
    if (viewer.kind === 'contact') await keepPreference(viewer, { scheme: scheme.data === 'system' ? null : scheme.data })
  }
  redirect(localPath(form.get('back')))
}

export async function signOut() {
  const request = await headers()
  requireSameOrigin(request)
  const viewer = await getViewer()
  const session = await sessionIdOf(request)
  if (session) await endSession(session, 'signed_out')
  await forgetCookie()
  redirect(viewer.kind === 'engineer' ? paths.deskSignIn() : paths.signIn())
}
