import type { ReactNode } from 'react'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import type { QueueHead } from '#lib/queues/queries/head.ts'
import { Badge } from '#lib/ui/badge.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Tabs } from '#lib/ui/tabs.tsx'
import { AdminFrame } from '../page-frame.tsx'
import { PARTS, type Part, queuePath } from './address.ts'
import { DoneNotice } from './done-notice.tsx'

const TAB = {
  fields: 'fields',
  statuses: 'statuses',
  activities: 'activities',
  'text-classes': 'textClasses',
  service: 'service',
} as const satisfies Record<Part, string>

/** What all pages of a queue have: its name, what customers still lack, and the way to its other parts. */
export async function QueueFrame({
  viewer,
  head,
  part,
  title,
  done,
  children,
}: {
  viewer: EngineerViewer
  head: QueueHead
  part?: Part
  /** Of a page below the part: what is shown there. */
  title?: string
  done?: string | string[] | undefined
  children: ReactNode
}) {
  const t = await getTranslations('queues')
  const name = part ? t(`tabs.${TAB[part]}`) : head.label
  return (
    <AdminFrame viewer={viewer} area="queues" title={[title ?? name, head.label].filter(unlike).join(' – ')}>
      <Page>
        <PageHeader
          title={title ?? head.label}
          meta={
            <>
              <a href={paths.admin('queues')}>{t('title')}</a>
              {title ? <a href={queuePath(head.id, part)}>{`${head.label}: ${name}`}</a> : <span>{head.key}</span>}
              {head.kind === 'faq' ? <Badge tone="info">{t('kinds.faq')}</Badge> : null}
              {head.active ? null : <Badge tone="warning">{t('inactive')}</Badge>}
            </>
          }
        />
        {title ? null : (
          <Tabs
            label={t('tabs.label')}
            tabs={[
              { href: queuePath(head.id), label: t('tabs.basics'), current: !part },
              ...PARTS.map((one) => ({
                href: queuePath(head.id, one),
                label: t(`tabs.${TAB[one]}`),
                current: one === part,
              })),
            ]}
          />
        )}
        <DoneNotice done={done} />
        <Missing head={head} />
        {children}
      </Page>
    </AdminFrame>
  )
}

const unlike = (one: string, at: number, all: string[]) => all.indexOf(one) === at

async function Missing({ head: { missing } }: { head: QueueHead }) {
  if (missing.length === 0) return null
  const t = await getTranslations('queues.missing')
  return <Notice tone="warning">{`${t('title')} ${missing.map((one) => t(one)).join(' ')}`}</Notice>
}
