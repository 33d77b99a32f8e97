import { AppError } from '../errors.ts'

/**
 * Refuses a state change that another site may have caused. A browser says where a form came from by `Origin`, else by
 * `Sec-Fetch-Site`; text browsers only by `Referer`. Where nothing is said at all, the answer is no.
 * @throws AppError `forbidden`
 */
export function requireSameOrigin(headers: Headers): void {
  const host = headers.get('host')
  const origin = headers.get('origin')
  if (origin !== null) return verdict(hostOf(origin) === host)
  const site = headers.get('sec-fetch-site')
  if (site !== null) return verdict(site === 'same-origin')
  verdict(hostOf(headers.get('referer')) === host)
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host : null
}

function verdict(same: boolean): void {
  if (!same) throw new AppError('forbidden')
}
