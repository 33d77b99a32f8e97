import type { ReactNode } from 'react'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Icon } from '#lib/ui/icon.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import type { AreaKey } from './areas.ts'
import { AdminFrame } from './page-frame.tsx'

/** An area's list: what it is for, what can be made, what was just done, how it is narrowed, then its table. */
export async function ListPage({
  viewer,
  area,
  lead,
  meta,
  create,
  actions,
  above,
  empty,
  below,
  children,
}: {
  viewer: EngineerViewer
  area: AreaKey
  lead: string
  meta?: ReactNode
  /** The label of the way to a new one, where there is one way. */
  create?: string
  /** Quieter ways, before it. */
  actions?: ReactNode
  /** Notices and filters. */
  above?: ReactNode
  /** In place of the table where there are no rows. */
  empty?: ReactNode
  /** The way to further rows. */
  below?: ReactNode
  children: ReactNode
}) {
  const title = (await getTranslations('admin'))(`areas.${area}.title`)
  return (
    <AdminFrame viewer={viewer} area={area} title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={lead}
          meta={meta}
          actions={
            <>
              {actions}
              {create ? (
                <ButtonLink variant="primary" href={paths.admin(area, 'new')}>
                  <Icon name="plus" />
                  {create}
                </ButtonLink>
              ) : null}
            </>
          }
        />
        {above}
        {empty ?? <Panel>{children}</Panel>}
        {below}
      </Page>
    </AdminFrame>
  )
}
