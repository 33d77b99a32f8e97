import { openPage } from '#app/(auth)/open-page.tsx'
import { SecondStepPage } from '#app/parts/second-step-page.tsx'
import { localPath } from '#lib/paths.ts'

export default openPage(
  async (search) => await SecondStepPage({ kind: 'contact', next: localPath(search.next), wanted: search.with }),
)
