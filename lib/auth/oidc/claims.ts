import { z } from 'zod'

const shape = z.looseObject({ iss: z.string(), sub: z.string().min(1).max(255) })

/** What a provider says of a person; `iss` and `sub` together are who it is. */
export type Claims = Readonly<z.infer<typeof shape>>

/** Both halves as one; what the token says counts before what the provider adds to it. Both were checked by then. */
export function claimsOf(idToken: string, more: object): Claims {
  const payload = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8')
  return shape.parse({ ...more, ...JSON.parse(payload) })
}

/** The mail address, where the provider says that it has verified it. */
export function verifiedMail(claims: Claims, claim: string): string | null {
  const mail = claims[claim]
  const verified = claims.email_verified
  return typeof mail === 'string' && (verified === true || verified === 'true') ? mail.trim() : null
}

/** What the provider calls the person, to tell one's identities apart. */
export function nameIn(claims: Claims, mailClaim: string): string {
  const names = [claims[mailClaim], claims.preferred_username, claims.name, claims.sub]
  return String(names.find((one) => typeof one === 'string' && one.trim() !== '')).slice(0, 200)
}
