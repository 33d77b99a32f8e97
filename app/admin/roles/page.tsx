import { adminPage } from '#app/admin/admin-page.ts'
import { ListPage } from '#app/admin/list-page.tsx'
import { ListPages } from '#app/parts/list-pages.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { roleList, roleViewShape } from '#lib/roles/queries/list.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { RoleTable } from './role-table.tsx'

export default adminPage(async (viewer, { search }) => {
  const view = roleViewShape.parse(search)
  const [t, list] = await Promise.all([getTranslations('roles'), roleList(viewer, view)])
  const [title, common] = [(await getTranslations('admin'))('areas.roles.title'), await getTranslations('common')]
  const address = (place: { before: string } | { after: string }) => paths.admin('roles', { q: view.q, ...place })
  return (
    <ListPage
      viewer={viewer}
      area="roles"
      lead={t('lead')}
      create={t('new')}
      actions={<ButtonLink href={paths.admin('roles', 'compare')}>{t('compare')}</ButtonLink>}
      above={
        <>
          {search.done === 'deleted' ? <Notice tone="success">{t('done.deleted')}</Notice> : null}
          <SearchForm
            action={paths.admin('roles')}
            label={t('search')}
            button={common('search')}
            defaultValue={view.q}
            placeholder={t('search')}
          />
        </>
      }
      empty={
        list.rows.length === 0 ? (
          <EmptyState icon="key" title={t('emptyTitle')} text={t('empty')}>
            <ButtonLink href={paths.admin('roles')}>{t('showAll')}</ButtonLink>
          </EmptyState>
        ) : undefined
      }
      below={
        <ListPages
          previous={list.newer && address({ after: list.newer })}
          next={list.older && address({ before: list.older })}
        />
      }
    >
      <RoleTable rows={list.rows} caption={title} />
    </ListPage>
  )
})
