import type { ReactNode } from 'react'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { Source } from '#lib/provisioning/rule-set.ts'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Tabs } from '#lib/ui/tabs.tsx'
import { AREA, peoplePath } from './address.ts'

const PARTS = { ldap: ['rules', 'settings', 'runs'], oidc: ['rules', 'settings'] } as const
const DONE = {
  moved: 'rules.moved',
  saved: 'rules.saved',
  deleted: 'rules.deleted',
  settings: 'settings.saved',
} as const

/** The pages about the people of one directory or provider. */
export async function SourceFrame({
  viewer,
  source,
  name,
  part,
  title,
  done,
  children,
}: {
  viewer: EngineerViewer
  source: Source
  name: string
  part: 'rules' | 'settings' | 'runs'
  /** Of a page below the part's. */
  title?: string
  done?: string | undefined
  children: ReactNode
}) {
  const t = await getTranslations('provisioning')
  const area = AREA[source.kind]
  const known = Object.entries(DONE).find(([key]) => key === done)?.[1]
  return (
    <AdminFrame viewer={viewer} area={area} title={title ?? t('title', { name })}>
      <Page>
        {known ? <Notice tone="success">{t(known)}</Notice> : null}
        <PageHeader
          title={title ?? t('title', { name })}
          {...(title ? {} : { lead: t(`lead.${source.kind}`) })}
          meta={
            <>
              <a href={paths.admin(area)}>{t(`back.${source.kind}`)}</a>
              <a href={paths.admin(area, source.id)}>{name}</a>
            </>
          }
        />
        <Tabs
          label={t('parts.label')}
          tabs={PARTS[source.kind].map((one) => ({
            href: one === 'rules' ? peoplePath(source) : peoplePath(source, one),
            label: t(`parts.${one}`),
            current: one === part,
          }))}
        />
        {children}
      </Page>
    </AdminFrame>
  )
}
