import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { Changeable } from '#app/(portal)/viewing.tsx'
import { passwordPage } from '#app/parts/password-page.tsx'

export default portalPage(async (viewer) => {
  const { title, page } = await passwordPage(viewer)
  return (
    <PortalFrame viewer={viewer} place="account" title={title}>
      <Changeable viewer={viewer}>{page}</Changeable>
    </PortalFrame>
  )
})
