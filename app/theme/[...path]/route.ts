import { themeFile } from '#lib/themes/registry.ts'

export const runtime = 'nodejs'

const svgPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/** Stylesheets, fonts and pictures of themes. Names are made of content, so they never change and tell nothing. */
export async function GET(_request: Request, { params }: { params: Promise<{ path: string[] }> }): Promise<Response> {
  const { path } = await params
  const file = path.length === 1 && path[0] ? themeFile(path[0]) : undefined
  if (!file) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
  if (file.type === 'image/svg+xml') headers.set('content-security-policy', svgPolicy)
  return new Response(Buffer.from(file.base64, 'base64'), { headers })
}
