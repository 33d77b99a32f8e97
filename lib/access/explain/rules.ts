import { fieldRow, shareRow, textClassRow } from './item-rules.ts'
import type { Explained } from './queries.ts'
import { judged, notAsked, RULES, type RuleRow } from './sentences.ts'
import { companyRow, groupRow, queueRow, relationRow } from './ticket-rules.ts'

/** V1 to V8 in order. Whoever is not let in is asked by none of them but the last. */
export function ruleRows(explained: Explained): RuleRow[] {
  const { ticket, sees } = explained
  if (!ticket.rules)
    return [...RULES.slice(0, -1).map((rule) => notAsked(rule)), judged('V8', false, [{ key: 'v8NoEntry' }])]
  return [
    queueRow(explained),
    groupRow(explained),
    relationRow(explained),
    companyRow(explained),
    textClassRow(explained),
    fieldRow(explained),
    shareRow(explained),
    judged('V8', sees, [{ key: sees ? 'v8Sees' : 'v8Hidden' }]),
  ]
}
