import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { Changeable } from '#app/(portal)/viewing.tsx'
import { mailWishesPage } from '#app/parts/mail-wishes-page.tsx'
import { Page } from '#lib/ui/page.tsx'

export default portalPage(async (viewer, { search }) => {
  const { title, head, form } = await mailWishesPage(viewer, search.done)
  return (
    <PortalFrame viewer={viewer} place="account" title={title}>
      <Page>
        {head}
        <Changeable viewer={viewer}>{form}</Changeable>
      </Page>
    </PortalFrame>
  )
})
