import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { mailWishesPage } from '#app/parts/mail-wishes-page.tsx'
import { Page } from '#lib/ui/page.tsx'

export default deskPage(async (viewer, { search }) => {
  const { title, head, form } = await mailWishesPage(viewer, search.done)
  return (
    <DeskFrame viewer={viewer} title={title}>
      <Page>
        {head}
        {form}
      </Page>
    </DeskFrame>
  )
})
