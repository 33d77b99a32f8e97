import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import type { Viewer } from '../access/viewer.ts'
import { hostNamed } from '../auth/host.ts'
import { getViewer } from '../auth/viewer.ts'
import { chooseTheme } from './choose.ts'
import type { Scheme, Theme } from './types.ts'

export const SCHEME_COOKIE = 'portico-scheme'

/** The theme of this request: the contact's company's, else its customer group's, else the host's, else `default`. */
export const wornTheme = cache(async (): Promise<Theme> => {
  const viewer = await viewerIfReachable()
  if (viewer.kind === 'engineer') return chooseTheme({})
  const host = (await hostNamed((await headers()).get('host') ?? ''))?.theme
  return chooseTheme(
    viewer.kind === 'anonymous' ? { host } : { company: viewer.company_theme, group: viewer.group_theme, host },
  )
})

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
