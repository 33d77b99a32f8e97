import { clientAddress } from '#lib/http/client-address.ts'
import { seeOther } from '#lib/http/see-other.ts'
import { unsubscribe } from '#lib/mail/commands/choose.ts'
import { paths } from '#lib/paths.ts'

type Context = { params: Promise<{ token: string }> }

/** Opened by hand, or by a scanner of links: the page with the button. Nothing is changed. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return seeOther(paths.unsubscribePage({ token: (await params).token }))
}

/**
 * The one click of a mail program (RFC 8058), whose server posts here without cookie or origin: the token alone says who wants no
 * more of what. What it sends along says nothing and is not read.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const done = await unsubscribe((await params).token, clientAddress(request.headers))
  return new Response(null, { status: done ? 204 : 404, headers: { 'cache-control': 'no-store' } })
}
