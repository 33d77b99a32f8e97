import { LOGO } from './frame.ts'

/** The HTML of a mail as an answer of its own for a frame: it may draw, and nothing else: no script, no form, nothing from elsewhere. */
export function frameAnswer(html: string, logo: Buffer | undefined): Response {
  const drawn = html.replaceAll(`cid:${LOGO}`, logo ? `data:image/png;base64,${logo.toString('base64')}` : 'data:,')
  return new Response(drawn, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox",
    },
  })
}
