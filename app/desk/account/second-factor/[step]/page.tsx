import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { factorStep } from '#app/parts/second-factor/step.tsx'

export default deskPage(async (viewer, { params, search }) => {
  const { title, page } = await factorStep(viewer, { step: params.step, factor: search.factor })
  return (
    <DeskFrame viewer={viewer} title={title}>
      {page}
    </DeskFrame>
  )
})
