import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { roleList, roleViewShape } from '#lib/roles/queries/list.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { RoleTable } from './role-table.tsx'

export default adminPage(async (viewer, { search }) => {
  const view = roleViewShape.parse(search)
  const [t, list] = await Promise.all([getTranslations('roles'), roleList(viewer, view)])
  const [title, common] = [(await getTranslations('admin'))('areas.roles.title'), await getTranslations('common')]
  const beside = (place: { before: string } | { after: string }) => paths.admin('roles', { q: view.q, ...place })
  return (
    <AdminFrame viewer={viewer} area="roles" title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={t('lead')}
          actions={
            <>
              <ButtonLink href={paths.admin('roles', 'compare')}>{t('compare')}</ButtonLink>
              <ButtonLink href={paths.admin('roles', 'new')}>{t('new')}</ButtonLink>
            </>
          }
        />
        {search.done === 'deleted' ? <Notice tone="success">{t('done.deleted')}</Notice> : null}
        <SearchForm
          action={paths.admin('roles')}
          label={t('search')}
          button={common('search')}
          defaultValue={view.q}
          placeholder={t('search')}
        />
        {list.rows.length === 0 ? (
          <EmptyState icon="key" title={t('emptyTitle')} text={t('empty')}>
            <ButtonLink href={paths.admin('roles')}>{t('showAll')}</ButtonLink>
          </EmptyState>
        ) : (
          <Panel>
            <RoleTable rows={list.rows} caption={title} />
          </Panel>
        )}
        <Pagination
          label={title}
          newer={list.newer ? { href: beside({ after: list.newer }), label: t('previous') } : undefined}
          older={list.older ? { href: beside({ before: list.older }), label: t('next') } : undefined}
        />
      </Page>
    </AdminFrame>
  )
})
