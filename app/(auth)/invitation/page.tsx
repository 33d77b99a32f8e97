import { openPage } from '#app/(auth)/open-page.tsx'
import { LinkPage } from '#app/parts/link-page.tsx'
import { acceptInvitation } from './actions.ts'

export default openPage(
  async (search) => await LinkPage({ purpose: 'invitation', token: search.token ?? '', action: acceptInvitation }),
)
