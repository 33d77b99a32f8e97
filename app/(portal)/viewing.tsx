import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { PortalViewer } from '#lib/access/viewer.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Inert } from '#lib/ui/inert.tsx'
import { ViewingBanner } from '#lib/ui/viewing-banner.tsx'

/** On every page while an engineer views as the customer. */
export async function Viewing({ viewer }: { viewer: PortalViewer }) {
  if (viewer.kind !== 'viewing-as') return null
  const [t, locale] = await Promise.all([getTranslations('viewAs'), getLocale()])
  const until = formatsFor(locale).time(viewer.until)
  return (
    <ViewingBanner
      action={paths.endViewing()}
      text={t('banner', { engineer: viewer.engineer_name, name: viewer.name, until })}
      end={t('end')}
    />
  )
}

/**
 * What the customer can change here: the customer's own form, or for one who views as it the same form, inert. Where there
 * happens to be none (`any` is false), what stands in its place.
 */
export async function Changeable({
  viewer,
  any = true,
  children,
}: {
  viewer: PortalViewer
  any?: boolean
  children: ReactNode
}) {
  if (viewer.kind === 'contact' || !any) return children
  const t = await getTranslations('viewAs')
  return <Inert note={t('inert')}>{children}</Inert>
}
