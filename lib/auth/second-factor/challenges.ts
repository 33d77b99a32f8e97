import 'server-only'
import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { usedChallenges } from '#lib/db/schema/index.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { seal, unseal } from '../seal.ts'

const LASTS = 5 * 60 * 1000

/** What a passkey is asked for. A challenge for one thing answers nothing else. */
export type Asked = 'add' | 'second-step' | 'sign-in'

const shape = z.object({ asked: z.string(), of: z.string(), until: z.number() })

/**
 * A challenge for a passkey, which says itself, sealed, what it is for and until when: nothing is kept before it is answered.
 * @param of whose passkey: `contact 5`, or only the kind where nobody is known yet
 */
export function newChallenge(asked: Asked, of: string, now = Date.now()): string {
  return seal('passkey challenge', JSON.stringify({ asked, of, until: now + LASTS }))
}

/** Whether the challenge was made here, for this, and is not over. */
export function isOurs(challenge: string, asked: Asked, of: string, now = Date.now()): boolean {
  const text = unseal('passkey challenge', challenge)
  if (text === null) return false
  const held = shape.parse(JSON.parse(text))
  return held.asked === asked && held.of === of && held.until > now
}

/** Uses the challenge up, as the system. False where it was used already. */
export async function spendChallenge(tx: Transaction, challenge: string): Promise<boolean> {
  await tx.delete(usedChallenges).where(sql`${usedChallenges.expiresAt} < now()`)
  const spent = await tx
    .insert(usedChallenges)
    .values({
      challengeHash: createHash('sha256').update(challenge).digest('hex'),
      expiresAt: new Date(Date.now() + 2 * LASTS),
    })
    .onConflictDoNothing()
    .returning({ hash: usedChallenges.challengeHash })
  return spent.length === 1
}
