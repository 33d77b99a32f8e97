import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { engineerList, engineerViewShape } from '#lib/engineers/queries/list.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { Input, Select } from '#lib/ui/controls.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Filters } from '#lib/ui/form.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Pagination } from '#lib/ui/pagination.tsx'
import { Panel } from '#lib/ui/panel.tsx'
import { PeopleTable } from './people-table.tsx'
import { SeatsLine } from './seats-line.tsx'

export default adminPage(async (viewer, { search }) => {
  const view = engineerViewShape.parse(search)
  const [t, list] = await Promise.all([getTranslations('people'), engineerList(viewer, view)])
  const title = (await getTranslations('admin'))('areas.people.title')
  const beside = (place: { before: string } | { after: string }) =>
    paths.admin('people', { ...view, before: undefined, after: undefined, ...place })
  return (
    <AdminFrame viewer={viewer} area="people" title={title}>
      <Page>
        <PageHeader
          title={title}
          lead={t('lead')}
          meta={<SeatsLine seats={list.seats} />}
          actions={
            <>
              <ButtonLink href={paths.admin('people', 'new', 'engineer')}>{t('newEngineer')}</ButtonLink>
              <ButtonLink href={paths.admin('people', 'new', 'profile')}>{t('newProfile')}</ButtonLink>
            </>
          }
        />
        <Filters action={paths.admin('people')}>
          <Input name="q" type="search" label={t('search')} defaultValue={view.q} />
          <Select
            name="kind"
            label={t('kind')}
            empty={t('everybody')}
            defaultValue={view.kind ?? ''}
            options={[
              { value: 'engineer', label: t('engineers') },
              { value: 'profile', label: t('profiles') },
            ]}
          />
          <Select
            name="state"
            label={t('state')}
            empty={t('anyState')}
            defaultValue={view.state ?? ''}
            options={[
              { value: 'active', label: t('active') },
              { value: 'inactive', label: t('inactive') },
            ]}
          />
          <Button>{t('filter')}</Button>
        </Filters>
        {list.rows.length === 0 ? (
          <EmptyState icon="users" title={t('emptyTitle')} text={t('empty')}>
            <ButtonLink href={paths.admin('people')}>{t('showAll')}</ButtonLink>
          </EmptyState>
        ) : (
          <Panel>
            <PeopleTable rows={list.rows} caption={title} />
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
