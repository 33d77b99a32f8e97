import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import type { Viewer } from '../access/viewer.ts'
import { hostNamed } from '../auth/host.ts'
import { getViewer } from '../auth/viewer.ts'
import { paths } from '../paths.ts'
import { chooseTheme } from './choose.ts'
import { openPreview, PREVIEW_COOKIE } from './preview.ts'
import type { Scheme, Theme } from './types.ts'

export const SCHEME_COOKIE = 'portico-scheme'

/**
 * The theme of this request: the one that an administrator previews in this browser, else the contact's company's, else its
 * customer group's, else the host's, else `default`, which desk and Admin Tool always wear.
 */
export const wornTheme = cache(async (): Promise<Theme> => {
  const [viewer, preview] = await Promise.all([viewerIfReachable(), previewedTheme()])
  if (viewer.kind === 'engineer') return (await showsPreview()) ? chooseTheme({ preview }) : chooseTheme({})
  const host = (await hostNamed((await headers()).get('host') ?? ''))?.theme
  return chooseTheme(
    viewer.kind === 'anonymous'
      ? { preview, host }
      : { preview, company: viewer.company_theme, group: viewer.group_theme, host },
  )
})

/** The id of the theme that is previewed in this browser. */
export async function previewedTheme(): Promise<string | undefined> {
  return openPreview((await cookies()).get(PREVIEW_COOKIE)?.value)
}

/** The page of the preview itself, and what is neither desk nor Admin Tool, such as the sign-in page. */
async function showsPreview(): Promise<boolean> {
  const path = (await headers()).get('x-portico-path')?.split('?')[0] ?? ''
  return path === paths.admin('themes', 'preview') || !/^\/(desk|admin)(\/|$)/.test(path)
}

/** Light or dark where the person chose and the theme has both; otherwise the theme or the device decides. */
export async function chosenScheme(theme: Theme): Promise<Scheme | undefined> {
  if (theme.schemes !== 'both') return theme.schemes
  const chosen = (await cookies()).get(SCHEME_COOKIE)?.value
  if (theme.allowToggle && (chosen === 'light' || chosen === 'dark')) return chosen
  return theme.defaultScheme === 'system' ? undefined : theme.defaultScheme
}

/** Even the page that says that the database is away wears a theme. */
async function viewerIfReachable(): Promise<Viewer> {
  return getViewer().catch((): Viewer => ({ kind: 'anonymous' }))
}
