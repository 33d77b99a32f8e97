import 'server-only'
import { seal, unseal } from '../auth/seal.ts'

const PURPOSE = 'oidc client secret of a form'

/** A typed secret as the form holds it while its test is looked at, so that it need not be typed twice: sealed, and never shown. */
export const heldSecret = (secret: string): string => seal(PURPOSE, secret)

/** The typed secret, or the one that the form holds; empty where there is neither. */
export const typedOrHeld = (typed: string, held = ''): string => typed || (held && (unseal(PURPOSE, held) ?? ''))
