import { createHash, randomBytes } from 'node:crypto'

/** Of a link to an account that there is; one that confirms a registration is asked for by functions of its own. */
export type Purpose = 'reset' | 'invitation'

/** 256 bits that nobody guesses; only the link in the mail has them. */
export const newToken = () => randomBytes(32).toString('base64url')

/** What the database keeps of it (hex). */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

export const looksLikeToken = (token: string) => /^[\w-]{43}$/.test(token)
