import { getLocale } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { idOf } from '#app/admin/id-of.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { withPreview } from '#app/parts/effect.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { roleForm } from '#lib/roles/queries/page.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { Notice } from '#lib/ui/notice.tsx'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { saveRole } from '../actions.ts'
import { roleSections, roleWords } from '../sections.ts'
import { Deletion } from './deletion.tsx'
import { Holders, saveStatus } from './holders.tsx'

const OUTCOMES = ['created', 'saved'] as const

/** A role as a matrix, with who has it. */
export default adminPage(async (viewer, { params, search }) => {
  const id = idOf(params.id)
  const locale = await getLocale()
  const [t, { role, version, holders, ...lines }] = await Promise.all([
    getTranslations('roles'),
    roleForm(viewer, id, locale),
  ])
  const done = OUTCOMES.find((one) => one === search.done)
  const hidden = [
    { kind: 'hidden', name: 'id', value: id },
    { kind: 'hidden', name: 'version', value: version },
  ] as const
  return (
    <AdminFrame viewer={viewer} area="roles" title={role.name}>
      <Page>
        <PageHeader
          title={role.name}
          lead={role.description || undefined}
          actions={
            <>
              <ButtonLink href={paths.admin('roles', 'new', { copy: String(id) })}>{t('copy')}</ButtonLink>
              <ButtonLink href={paths.admin('roles', 'compare', { left: String(id) })}>{t('compareWith')}</ButtonLink>
            </>
          }
        />
        {done ? <Notice tone="success">{t(`done.${done}`, { name: role.name })}</Notice> : null}
        <RecordForm
          action={saveRole}
          sections={[{ fields: hidden }, ...(await roleSections(role, lines))]}
          words={await withPreview(await roleWords(t('save')))}
          sticky
          status={await saveStatus(holders)}
        >
          <ButtonLink href={paths.admin('roles')}>{(await getTranslations('common'))('cancel')}</ButtonLink>
        </RecordForm>
        <Holders holders={holders} />
        <Deletion id={id} held={holders.length > 0} />
      </Page>
    </AdminFrame>
  )
})
