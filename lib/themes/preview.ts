import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '../env.ts'

/** No cookie's name may begin with the session's. */
export const PREVIEW_COOKIE = 'portico-theme-preview'
export const PREVIEW_SECONDS = 2 * 60 * 60

/** A theme for one browser until then, signed: what this server did not sign chooses no theme. */
export function sealPreview(theme: string, now = Date.now()): string {
  const content = `${theme}.${now + PREVIEW_SECONDS * 1000}`
  return `${content}.${signatureOf(content, env.authSecrets[0])}`
}

/** The theme of a cookie that this server signed and whose time is not over. */
export function openPreview(cookie: string | undefined, now = Date.now()): string | undefined {
  if (!cookie) return undefined
  const [theme = '', until = '', signature = ''] = cookie.split('.')
  const given = Buffer.from(signature)
  const genuine = env.authSecrets.some((secret) => {
    const wanted = Buffer.from(signatureOf(`${theme}.${until}`, secret))
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
  return genuine && Number(until) > now ? theme : undefined
}

function signatureOf(content: string, secret: string): string {
  return createHmac('sha256', secret).update(`theme preview ${content}`).digest('base64url')
}
