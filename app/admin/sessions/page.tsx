import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { livingSessions, type SessionFilter } from '#lib/sessions/queries.ts'
import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { Input, Select } from '#lib/ui/controls.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Filters } from '#lib/ui/form.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { SessionTable } from './session-table.tsx'

const PAGE = 50

export default adminPage(async (viewer, { search }) => {
  const t = await getTranslations('sessions')
  const [admin, common] = await Promise.all([getTranslations('admin'), getTranslations('common')])
  const filter: SessionFilter = {
    q: (search.q ?? '').trim(),
    kind: search.kind === 'contact' || search.kind === 'engineer' ? search.kind : 'all',
    before: search.before,
  }
  const found = await livingSessions(viewer, filter, PAGE)
  const shown = found.slice(0, PAGE)
  const title = admin('areas.sessions.title')
  const narrowed = { q: filter.q || undefined, kind: filter.kind === 'all' ? undefined : filter.kind }
  const count = /^\d{1,6}$/.test(search.count ?? '') ? Number(search.count) : 0
  return (
    <AdminFrame viewer={viewer} area="sessions" title={title}>
      <Page>
        {search.done === 'ended' ? <Notice tone="success">{t('ended')}</Notice> : null}
        {search.done === 'endedAll' ? <Notice tone="success">{t('endedAll', { count })}</Notice> : null}
        <PageHeader title={title} lead={t('lead')} />
        <Filters action={paths.admin('sessions')}>
          <Input type="search" name="q" label={t('search')} defaultValue={filter.q} />
          <Select
            name="kind"
            label={t('who')}
            defaultValue={filter.kind}
            options={[
              { value: 'all', label: t('whoAll') },
              { value: 'contact', label: t('whoContact') },
              { value: 'engineer', label: t('whoEngineer') },
            ]}
          />
          <Button>{common('search')}</Button>
        </Filters>
        {shown.length === 0 ? (
          <EmptyState icon="users" title={t('emptyTitle')} text={t('empty')}>
            <ButtonLink href={paths.admin('sessions')}>{t('everybody')}</ButtonLink>
          </EmptyState>
        ) : (
          <SessionTable sessions={shown} />
        )}
        <Pagination
          label={common('pages')}
          newer={filter.before ? { href: paths.admin('sessions', narrowed), label: common('newer') } : undefined}
          older={
            found.length > PAGE
              ? { href: paths.admin('sessions', { ...narrowed, before: shown.at(-1)?.cursor }), label: common('older') }
              : undefined
          }
        />
      </Page>
    </AdminFrame>
  )
})
