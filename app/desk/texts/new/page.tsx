import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import { cannedList } from '#lib/tickets/queries/canned-list.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { TextForm } from '../text-form.tsx'

export default deskPage(async (viewer) => {
  const [t, locale] = await Promise.all([getTranslations('cannedTexts'), getLocale()])
  const { nav } = await cannedList(viewer, locale)
  return (
    <DeskFrame viewer={viewer} nav={nav} place={{ area: 'texts' }} title={t('new')}>
      <Page>
        <PageHeader title={t('new')} />
        <TextForm queues={nav.queues} mayShare={viewer.administer} />
      </Page>
    </DeskFrame>
  )
})
