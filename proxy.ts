import { type NextRequest, NextResponse } from 'next/server'
import { env } from '#lib/env.ts'
import { keepAskedHost } from '#lib/http/asked-host.ts'
import { contentSecurityPolicy } from '#lib/http/content-security-policy.ts'

/**
 * Gives each page its nonce, its request id and its own address. It decides nothing about access: queries and commands do,
 * with or without it.
 */
export function proxy(request: NextRequest) {
  if (!isDecodable(request.nextUrl.pathname)) return NextResponse.rewrite(new URL('/-', request.url))
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce, !env.isProduction)
  const id = crypto.randomUUID()
  const headers = new Headers(request.headers)
  keepAskedHost(headers)
  headers.set('content-security-policy', policy)
  headers.set('x-request-id', id)
  headers.set('x-portico-path', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-request-id', id)
  return response
}

/** `%ff` is no text; Next.js would answer it with a bare 500 where ours says not found. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

// Uploads stay outside: with a proxy in the way Next.js silently cuts bodies beyond 10 MB.
export const config = { matcher: '/((?!files/|theme/|_next/static/|api/).*)' }
