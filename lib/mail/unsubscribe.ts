import 'server-only'
import { z } from 'zod'
import { seal, unseal } from '../auth/seal.ts'
import { CHOICES, DESK_CHOICES } from './kinds.ts'

const PURPOSE = 'mail-unsubscribe'
const shape = z.object({
  kind: z.enum(['contact', 'engineer']),
  owner: z.number().int(),
  choices: z.array(z.enum([...CHOICES, ...DESK_CHOICES])).min(1),
})
/** Who wants no more of which kinds of mail. */
export type Farewell = z.output<typeof shape>

/** Sealed by a key that only the environment has: nobody can make one for somebody else, nor learn from it whose it is. */
export const farewellToken = (farewell: Farewell) => seal(PURPOSE, JSON.stringify(farewell))

/** Null for a token that is not ours, or was altered. */
export function readFarewell(token: string): Farewell | null {
  const opened = token.length > 1_000 ? null : unseal(PURPOSE, token)
  return opened === null ? null : shape.parse(JSON.parse(opened))
}
