import { PLAIN_STYLE } from '#lib/http/plain-page.ts'

export const dynamic = 'force-dynamic'

/** The style of the one page that is not rendered by the framework. */
export function GET() {
  return new Response(PLAIN_STYLE, {
    headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-store' },
  })
}
