import { Secret, TOTP } from 'otpauth'

const STEP_SECONDS = 30

/** A new secret for an authenticator app, as people type it (base32). */
export const newSecret = () => new Secret({ size: 20 }).base32

const totpOf = (secret: string, names: { issuer?: string; label?: string } = {}) =>
  new TOTP({ ...names, algorithm: 'SHA1', digits: 6, period: STEP_SECONDS, secret: Secret.fromBase32(secret) })

/** What the app reads from the picture: `otpauth://totp/…`. */
export const keyUri = (secret: string, names: { issuer: string; label: string }) => totpOf(secret, names).toString()

/**
 * The time step (RFC 6238, seconds since 1970 by 30) to which the code belongs: the present one, the one before or the one
 * after, for clocks differ; null for a wrong code. Whoever accepts a code keeps its step, and none that is not later.
 */
export function stepOfCode(secret: string, code: string, now = Date.now()): number | null {
  const delta = totpOf(secret).validate({ token: code, window: 1, timestamp: now })
  return delta === null ? null : Math.floor(now / 1000 / STEP_SECONDS) + delta
}
