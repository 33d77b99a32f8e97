import { openPage } from '#app/(auth)/open-page.tsx'
import { LinkPage } from '#app/parts/link-page.tsx'
import { resetPassword } from './actions.ts'

export default openPage(
  async (search) => await LinkPage({ purpose: 'reset', token: search.token ?? '', action: resetPassword }),
)
