import { getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { newGroupPage } from '#lib/groups/queries/pages.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { create } from '../actions.ts'
import { groupSections } from '../sections.ts'

export default adminPage(async (viewer) => {
  const [t, messages] = await Promise.all([getTranslations('groups'), getMessages()])
  const profiles = await newGroupPage(viewer)
  return (
    <AdminFrame viewer={viewer} area="groups" title={t('new')}>
      <Page>
        <PageHeader title={t('new')} lead={t('newLead')} meta={<a href={paths.admin('groups')}>{t('title')}</a>} />
        <RecordForm
          action={create}
          sections={await groupSections(profiles)}
          words={await formWords(t('create'), messages.groups.problems)}
        />
      </Page>
    </AdminFrame>
  )
})
