import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { Changeable } from '#app/(portal)/viewing.tsx'
import { factorsOverview } from '#app/parts/second-factor/overview.tsx'

export default portalPage(async (viewer, { search }) => {
  const { title, page } = await factorsOverview(viewer, search)
  return (
    <PortalFrame viewer={viewer} place="account" title={title}>
      <Changeable viewer={viewer}>{page}</Changeable>
    </PortalFrame>
  )
})
