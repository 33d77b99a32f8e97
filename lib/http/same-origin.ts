import { AppError } from '../errors.ts'

/**
 * Refuses a state change that another site may have caused. A browser says where a form came from by `Origin`, else by
 * `Sec-Fetch-Site`; text browsers only by `Referer`. Where nothing is said at all, the answer is no. A page that sends no referrer
 * has its `Origin` withheld (`null`), as a frame in a sandbox has; `Sec-Fetch-Site`, which no script can set, tells them apart.
 * @throws AppError `forbidden`
 */
export function requireSameOrigin(headers: Headers): void {
  const host = headers.get('host')
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const same =
    origin !== null && !(origin === 'null' && site !== null)
      ? hostOf(origin) === host
      : site !== null
        ? site === 'same-origin'
        : hostOf(headers.get('referer')) === host
  if (!same) throw new AppError('forbidden')
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host : null
}
