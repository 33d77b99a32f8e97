import { deskPage } from '#app/desk/desk-page.ts'
import { DeskFrame } from '#app/desk/page-frame.tsx'
import { factorsOverview } from '#app/parts/second-factor/overview.tsx'

export default deskPage(async (viewer, { search }) => {
  const { title, page } = await factorsOverview(viewer, search)
  return (
    <DeskFrame viewer={viewer} title={title}>
      {page}
    </DeskFrame>
  )
})
