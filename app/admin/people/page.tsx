import { adminPage } from '#app/admin/admin-page.ts'
import { ListPage } from '#app/admin/list-page.tsx'
import { ListPages } from '#app/parts/list-pages.tsx'
import { type EngineerView, engineerList, engineerViewShape } from '#lib/engineers/queries/list.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Button, ButtonLink } from '#lib/ui/button.tsx'
import { Input, Select } from '#lib/ui/controls.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Filters } from '#lib/ui/form.tsx'
import { PeopleTable } from './people-table.tsx'
import { SeatsLine } from './seats-line.tsx'

export default adminPage(async (viewer, { search }) => {
  const view = engineerViewShape.parse(search)
  const [t, list] = await Promise.all([getTranslations('people'), engineerList(viewer, view)])
  const title = (await getTranslations('admin'))('areas.people.title')
  const address = (place: { before: string } | { after: string }) =>
    paths.admin('people', { ...view, before: undefined, after: undefined, ...place })
  return (
    <ListPage
      viewer={viewer}
      area="people"
      lead={t('lead')}
      meta={<SeatsLine seats={list.seats} />}
      actions={
        <>
          <ButtonLink href={paths.admin('people', 'new', 'engineer')}>{t('newEngineer')}</ButtonLink>
          <ButtonLink href={paths.admin('people', 'new', 'profile')}>{t('newProfile')}</ButtonLink>
        </>
      }
      above={<PeopleFilters view={view} />}
      empty={
        list.rows.length === 0 ? (
          <EmptyState icon="users" title={t('emptyTitle')} text={t('empty')}>
            <ButtonLink href={paths.admin('people')}>{t('showAll')}</ButtonLink>
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
      <PeopleTable rows={list.rows} caption={title} />
    </ListPage>
  )
})

async function PeopleFilters({ view }: { view: EngineerView }) {
  const t = await getTranslations('people')
  return (
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
  )
}
