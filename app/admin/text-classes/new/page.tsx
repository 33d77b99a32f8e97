import { getMessages } from 'next-intl/server'
import { adminPage } from '#app/admin/admin-page.ts'
import { AdminFrame } from '#app/admin/page-frame.tsx'
import { formWords } from '#app/parts/form-words.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import { paths } from '#lib/paths.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { RecordForm } from '#lib/ui/record-form.tsx'
import { create } from '../actions.ts'
import { textClassSections } from '../sections.ts'

export default adminPage(async (viewer) => {
  const [t, messages] = await Promise.all([getTranslations('textClasses'), getMessages()])
  return (
    <AdminFrame viewer={viewer} area="text-classes" title={t('new')}>
      <Page>
        <PageHeader title={t('new')} meta={<a href={paths.admin('text-classes')}>{t('title')}</a>} />
        <RecordForm
          action={create}
          sections={await textClassSections(undefined)}
          words={await formWords(t('create'), messages.queues.problems)}
        />
      </Page>
    </AdminFrame>
  )
})
