import { Secret, TOTP } from 'otpauth'

/** What an authenticator app shows for the secret, so many half minutes from now. */
export const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

/** Six digits that the app shows neither now nor soon. */
export function wrongCode(secret: string): string {
  const near = [-2, -1, 0, 1, 2, 3].map((steps) => codeOf(secret, steps))
  return ['000000', '111111', '222222', '333333', '444444', '555555', '666666'].find((one) => !near.includes(one)) ?? ''
}
