import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { notFound } from '#lib/errors.ts'
import { cannedForm } from '#lib/tickets/queries/canned-list.ts'
import { Page, PageHeader } from '#lib/ui/page.tsx'
import { TextForm } from '../text-form.tsx'

export default deskPage(async (viewer, { params }) => {
  if (!/^\d{1,15}$/.test(String(params.id))) throw notFound()
  const { text, nav } = await cannedForm(viewer, Number(params.id), await getLocale())
  return (
    <DeskFrame viewer={viewer} nav={nav} place={{ area: 'texts' }} title={text.title}>
      <Page>
        <PageHeader title={text.title} />
        <TextForm text={text} queues={nav.queues} mayShare={viewer.administer} />
      </Page>
    </DeskFrame>
  )
})
