import { canariesIn, illegible } from './legible.ts'
import type { Portal } from './portal.ts'
import { type Case, type Place, wrongIn } from './row.ts'
import type { Answer } from './wire.ts'

/** Everything that is wrong with the answer to a case: the decision, a foreign canary, a secret, a fault, a cached page. */
export function complaints(
  place: Place,
  { message, expected, open }: Case,
  answer: Answer,
  { secrets }: Portal,
): string[] {
  const text = `${answer.body} ${JSON.stringify(answer.headers)}`
  return [
    ...wrongIn(expected, answer, (kinds) => canariesIn(answer, kinds)),
    ...illegible(place.world, place.viewer, message, answer).map((one) => `leaks ${one}`),
    ...Object.entries(secrets).flatMap(([name, value]) => (text.includes(value) ? [`leaks ${name}`] : [])),
    ...(answer.status >= 500 && expected.kind !== 'fault' ? [`fails with ${answer.status}`] : []),
    ...(expected.kind === 'fault' || open || /no-store/.test(answer.headers['cache-control'] ?? '')
      ? []
      : ['may be kept in a cache']),
  ].map((complaint) => `${message.method ?? 'GET'} ${message.path}: ${complaint}`)
}
