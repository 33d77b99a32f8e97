import 'server-only'
import { AppError } from '#lib/errors.ts'

/** What became of each of several tickets; whatever was refused was left as it was. */
export type Outcome = { done: number; refused: { number: number; reason: string }[] }

/**
 * Does one thing to each ticket of a page, each in a transaction of its own and decided by its own rights. A fault of the
 * system ends it: what was done by then stays done.
 */
export async function eachTicket(
  numbers: readonly number[],
  work: (number: number) => Promise<unknown>,
): Promise<Outcome> {
  const outcome: Outcome = { done: 0, refused: [] }
  for (const number of new Set(numbers)) {
    try {
      await work(number)
      outcome.done += 1
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error
      outcome.refused.push({ number, reason: Object.values(error.fields)[0] ?? error.code })
    }
  }
  return outcome
}
