import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { formatsFor } from '#lib/i18n/formats.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { type RegistrationRow, waitingRegistrations } from '#lib/registration/queries/waiting.ts'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { RelativeTime } from '#lib/ui/relative-time.tsx'
import { Table } from '#lib/ui/table.tsx'

/** Who has registered and waits for a decision, in the customer groups whose accounts the engineer keeps. */
export default deskPage(async (viewer, { search }) => {
  const [t, common, locale] = await Promise.all([
    getTranslations('registration.desk'),
    getTranslations('common'),
    getLocale(),
  ])
  const after = /^\d{1,15}$/.test(search.after ?? '') ? Number(search.after) : 0
  const { rows, next, nav } = await waitingRegistrations(viewer, after, locale)
  const older = next === undefined ? undefined : paths.deskContacts('registrations', { after: String(next) })
  return (
    <DeskFrame viewer={viewer} nav={nav} title={t('title')} place={{ area: 'contacts' }}>
      <Page>
        {search.done === 'refused' ? <Notice tone="success">{t('refusedDone')}</Notice> : null}
        <PageHeader title={t('title')} lead={t('lead')} />
        {rows.length === 0 ? (
          <EmptyState icon="users" title={t('empty')} text={t('emptyText')} />
        ) : (
          <Panel>
            <Registrations rows={rows} />
          </Panel>
        )}
        <Pagination
          label={common('pages')}
          newer={undefined}
          older={older ? { href: older, label: t('more') } : undefined}
        />
      </Page>
    </DeskFrame>
  )
})

async function Registrations({ rows }: { rows: RegistrationRow[] }) {
  const [t, locale] = await Promise.all([getTranslations('registration.desk'), getLocale()])
  const formats = formatsFor(locale)
  const now = new Date()
  return (
    <Table
      plain
      caption={t('title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('name'),
          heading: true,
          cell: ({ id, name, email }) => (
            <>
              <a href={paths.deskContacts('registrations', id)} dir="auto">
                {name}
              </a>
              <div data-part="field-note">{email}</div>
            </>
          ),
        },
        {
          key: 'company',
          label: t('company'),
          labelled: true,
          cell: ({ company, group }) => (
            <>
              {company ?? t('companyNone')}
              <div data-part="field-note">{group}</div>
            </>
          ),
        },
        {
          key: 'since',
          label: t('since'),
          labelled: true,
          nowrap: true,
          cell: ({ createdAt: at }) => (
            <RelativeTime iso={at.toISOString()} text={formats.relative(at, now)} full={formats.full(at)} />
          ),
        },
      ]}
    />
  )
}
