import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { newRoleForm } from '#lib/roles/queries/page.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { addRole } from '../actions.ts'
import { roleSections, roleWords } from '../sections.ts'

/** A new role, empty or as a copy of another. */
export default adminPage(async (viewer, { search: { copy } }) => {
  const copied = copy === undefined ? undefined : idOf(copy)
  const [t, { role, ...lines }] = await Promise.all([
    getTranslations('roles'),
    newRoleForm(viewer, copied, await getLocale()),
  ])
  const title = role ? t('copyOf', { name: role.name }) : t('new')
  return (
    <AdminFrame viewer={viewer} area="roles" title={title}>
      <Page>
        <PageHeader title={title} lead={role ? t('copiedFrom', { name: role.name }) : undefined} />
        <RecordForm
          action={addRole}
          sections={await roleSections(role ? { ...role, name: title } : {}, lines)}
          words={await roleWords(t('create'))}
          sticky
          status={t('statusNew')}
        >
          <ButtonLink href={paths.admin('roles')}>{(await getTranslations('common'))('cancel')}</ButtonLink>
        </RecordForm>
      </Page>
    </AdminFrame>
  )
})
