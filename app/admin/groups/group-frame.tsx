import type { ReactNode } from 'react'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import type { GroupHead } from '#lib/groups/queries/pages.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Tabs } from '#lib/ui/tabs.tsx'
import { AdminFrame } from '../page-frame.tsx'
import { DONE, groupPath, modelPath } from './address.ts'

/** What all pages of a customer group have: its name, what its portal lacks, and the way to its parts. */
export async function GroupFrame({
  viewer,
  head,
  part,
  title,
  lead,
  done,
  children,
}: {
  viewer: EngineerViewer
  head: GroupHead
  part: 'basics' | 'fields' | 'registration'
  /** Of a page below the part: what is shown there. */
  title?: string
  lead?: string | undefined
  done?: string | undefined
  children: ReactNode
}) {
  const t = await getTranslations('groups')
  return (
    <AdminFrame viewer={viewer} area="groups" title={title ? `${title} – ${head.label}` : head.label}>
      <Page>
        <PageHeader
          title={title ?? head.label}
          lead={lead}
          meta={
            <>
              <a href={paths.admin('groups')}>{t('title')}</a>
              {title ? (
                <a href={modelPath(head.id)}>{`${head.label}: ${t('tabs.fields')}`}</a>
              ) : (
                <>
                  <code>{head.key}</code>
                  <span>{head.hasCompanies ? t('levels.both') : t('levels.contact')}</span>
                  {head.portalEnabled ? null : (
                    <Badge tone="warning">{`${t('columns.portal')}: ${t('portal.off')}`}</Badge>
                  )}
                </>
              )}
            </>
          }
        />
        {title ? null : (
          <Tabs
            label={t('tabs.label')}
            tabs={[
              { href: groupPath(head.id), label: t('tabs.basics'), current: part === 'basics' },
              { href: modelPath(head.id), label: t('tabs.fields'), current: part === 'fields' },
              {
                href: paths.admin('groups', head.id, 'registration'),
                label: t('tabs.registration'),
                current: part === 'registration',
              },
            ]}
          />
        )}
        <Done done={done} />
        {head.lacks.length > 0 ? (
          <Notice tone="warning">
            {`${t('lacks.title')} ${head.lacks.map((one) => t(`lacks.${one}`)).join(', ')}.`}
          </Notice>
        ) : null}
        {children}
      </Page>
    </AdminFrame>
  )
}

async function Done({ done }: { done: string | undefined }) {
  const known = DONE.find((one) => one === done)
  if (!known) return null
  const t = await getTranslations('groups.done')
  return <Notice tone="success">{t(known)}</Notice>
}
