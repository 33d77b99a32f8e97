/** 303: the browser fetches the next page anew by GET, with its own theme, and reloading it sends nothing again. */
export function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
