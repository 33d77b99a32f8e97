import { getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { create } from '../actions.ts'
import { basicsSections } from '../basics.ts'

export default adminPage(async (viewer) => {
  const [t, messages] = await Promise.all([getTranslations('queues'), getMessages()])
  return (
    <AdminFrame viewer={viewer} area="queues" title={t('new')}>
      <Page>
        <PageHeader title={t('new')} lead={t('newLead')} meta={<a href={paths.admin('queues')}>{t('title')}</a>} />
        <RecordForm
          action={create}
          sections={await basicsSections(undefined)}
          words={await formWords(t('create'), messages.queues.problems)}
        />
      </Page>
    </AdminFrame>
  )
})
