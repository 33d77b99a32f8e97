import { cookies } from 'next/headers'
import { defineRoute } from '#lib/http/define-route.ts'
import { seeOther } from '#lib/http/see-other.ts'
import { paths } from '#lib/paths.ts'
import { PREVIEW_COOKIE } from '#lib/themes/preview.ts'

/** Ends the preview in this browser, whoever is signed in by now; it was a matter of looks alone. */
export const POST = defineRoute(
  (viewer) => leave(viewer.kind === 'engineer' ? paths.admin('themes') : paths.welcome()),
  {
    anonymous: () => leave(paths.signIn()),
    initialPassword: 'passes',
    viewing: () => leave(paths.welcome()),
  },
)

async function leave(next: string): Promise<Response> {
  const jar = await cookies()
  jar.delete(PREVIEW_COOKIE)
  return seeOther(next)
}
