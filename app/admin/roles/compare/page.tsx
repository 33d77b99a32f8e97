import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { rolesToCompare } from '#lib/roles/queries/comparison.ts'
import { Button } from '#lib/ui/button.tsx'
import { Select } from '#lib/ui/controls.tsx'
import { Filters } from '#lib/ui/form.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { Comparison } from './comparison.tsx'

/** Two roles side by side. */
export default adminPage(async (viewer, { search }) => {
  const chosen = { left: numberIn(search.left), right: numberIn(search.right) }
  const [t, { choices, pair, ...lines }] = await Promise.all([
    getTranslations('roles'),
    rolesToCompare(viewer, chosen, await getLocale()),
  ])
  const title = t('compareTitle')
  const options = choices.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <AdminFrame viewer={viewer} area="roles" title={title}>
      <Page>
        <PageHeader title={title} lead={t('compareLead')} meta={<a href={paths.admin('roles')}>{t('allRoles')}</a>} />
        <Filters action={paths.admin('roles', 'compare')}>
          <Select
            name="left"
            label={t('first')}
            empty={t('choose')}
            options={options}
            defaultValue={search.left ?? ''}
          />
          <Select
            name="right"
            label={t('second')}
            empty={t('choose')}
            options={options}
            defaultValue={search.right ?? ''}
          />
          <Button>{t('compareNow')}</Button>
        </Filters>
        {pair ? <Comparison pair={pair} lines={lines} /> : null}
      </Page>
    </AdminFrame>
  )
})

function numberIn(text: string | undefined): number | undefined {
  return text && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
