import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { auditFilterOf } from '#lib/audit/filter.ts'
import { auditActions, auditRows } from '#lib/audit/queries/list.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { Input, Select } from '#lib/ui/controls.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Filters } from '#lib/ui/form.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { AuditTable } from './audit-table.tsx'
import { Integrity } from './integrity.tsx'

const PAGE = 50

export default adminPage(async (viewer, { search }) => {
  const [t, admin, common] = await Promise.all([
    getTranslations('audit'),
    getTranslations('admin'),
    getTranslations('common'),
  ])
  const { who, action, subject, from, to } = search
  const asked = { who, action, subject, from, to }
  const [found, actions] = await Promise.all([auditRows(viewer, auditFilterOf(search), PAGE + 1), auditActions(viewer)])
  const shown = found.slice(0, PAGE)
  const title = admin('areas.audit.title')
  return (
    <AdminFrame viewer={viewer} area="audit" title={title}>
      <Page>
        <PageHeader title={title} lead={t('lead')} />
        <Integrity />
        <Filters action={paths.admin('audit')}>
          <Input type="search" name="who" label={t('whoAsked')} defaultValue={who} />
          <Select
            name="action"
            label={t('action')}
            empty={t('anyAction')}
            defaultValue={action ?? ''}
            options={actions.map((value) => ({ value, label: value }))}
          />
          <Input name="subject" label={t('subjectAsked')} defaultValue={subject} />
          <Input type="date" name="from" label={t('from')} defaultValue={from} />
          <Input type="date" name="to" label={t('to')} defaultValue={to} />
          <Button>{t('show')}</Button>
          <a href={paths.admin('audit', 'export', asked)}>{t('export')}</a>
        </Filters>
        {shown.length === 0 ? (
          <EmptyState icon="file" title={t('emptyTitle')} text={t('empty')}>
            <ButtonLink href={paths.admin('audit')}>{t('everything')}</ButtonLink>
          </EmptyState>
        ) : (
          <AuditTable rows={shown} />
        )}
        <Pagination
          label={common('pages')}
          newer={search.before ? { href: paths.admin('audit', asked), label: common('newer') } : undefined}
          older={
            found.length > PAGE
              ? { href: paths.admin('audit', { ...asked, before: String(shown.at(-1)?.id) }), label: common('older') }
              : undefined
          }
        />
      </Page>
    </AdminFrame>
  )
})
