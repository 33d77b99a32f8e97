import { PortalFrame } from '#app/(portal)/page-frame.tsx'
import { portalPage } from '#app/(portal)/portal-page.ts'
import { Changeable } from '#app/(portal)/viewing.tsx'
import { factorStep } from '#app/parts/second-factor/step.tsx'

export default portalPage(async (viewer, { params, search }) => {
  const { title, page } = await factorStep(viewer, { step: params.step, factor: search.factor })
  return (
    <PortalFrame viewer={viewer} place="account" title={title}>
      <Changeable viewer={viewer}>{page}</Changeable>
    </PortalFrame>
  )
})
