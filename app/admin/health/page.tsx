import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { health } from '#lib/health/health.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { Table } from '#lib/ui/table.tsx'
import { HealthState } from './health-state.tsx'
import { partWords } from './words.ts'

export default adminPage(async (viewer) => {
  const [t, locale] = await Promise.all([getTranslations('health'), getLocale()])
  const title = (await getTranslations('admin'))('areas.health.title')
  const parts = await health(viewer)
  const words = await partWords(formatsFor(locale))
  const count = parts.filter(({ state }) => state === 'attention' || state === 'broken').length
  return (
    <AdminFrame viewer={viewer} area="health" title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={t('lead')}
          actions={<ButtonLink href={paths.admin('health')}>{t('look')}</ButtonLink>}
        />
        <Notice tone={count > 0 ? 'warning' : 'success'}>{count > 0 ? t('someBad', { count }) : t('allGood')}</Notice>
        <Panel>
          <Table
            plain
            caption={title}
            rows={parts}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'part',
                label: t('part'),
                heading: true,
                nowrap: true,
                width: '18%',
                cell: ({ key }) => t(`parts.${key}`),
              },
              {
                key: 'state',
                label: t('state'),
                nowrap: true,
                cell: ({ state }) => <HealthState state={state}>{t(`states.${state}`)}</HealthState>,
              },
              {
                key: 'now',
                label: t('now'),
                width: '62%',
                cell: (part) => (
                  <>
                    {words.facts(part)}
                    {words.advice(part).map((advice) => (
                      <p key={advice}>
                        <strong>{advice}</strong>
                      </p>
                    ))}
                  </>
                ),
              },
            ]}
          />
        </Panel>
      </Page>
    </AdminFrame>
  )
})
