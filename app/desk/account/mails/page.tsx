import { getLocale } from 'next-intl/server'
import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { mailWishesPage } from '#app/parts/mail-wishes-page.tsx'
import { deskNavBeside } from '#lib/tickets/queries/desk-nav.ts'
import { Page } from '#lib/ui/page.tsx'

export default deskPage(async (viewer, { search }) => {
  const { title, head, form } = await mailWishesPage(viewer, search.done)
  const nav = await deskNavBeside(viewer, await getLocale())
  return (
    <DeskFrame viewer={viewer} nav={nav} title={title}>
      <Page>
        {head}
        {form}
      </Page>
    </DeskFrame>
  )
})
