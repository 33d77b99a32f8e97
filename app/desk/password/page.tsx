import { passwordPage } from '#app/parts/password-page.tsx'
import { deskPage } from '../desk-page.ts'
import { DeskFrame } from '../page-frame.tsx'

export default deskPage(async (viewer) => {
  const { title, page } = await passwordPage(viewer)
  return (
    <DeskFrame viewer={viewer} title={title}>
      {page}
    </DeskFrame>
  )
})
