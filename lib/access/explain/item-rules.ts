import type { ShareFacts } from './facts.ts'
import type { Explained } from './queries.ts'
import { judged, named, notAsked, type Rule, type RuleRow, type Sentence, type SentenceKey } from './sentences.ts'

/** V5: of the entry that was asked for, else which classes of the queue the person reads. */
export function textClassRow({ ticket, standing, item, names }: Explained): RuleRow {
  if (standing.kind === 'engineer') return notAsked('V5', { key: 'engineer' })
  if (!item) return each('V5', ticket.rules?.classes ?? [], names.classes, ['v5Shown', 'v5Hidden'])
  const values = { name: names.classes.get(item.class) ?? String(item.class) }
  return judged('V5', item.v5 ?? false, [{ key: 'v5Item', values }], [{ key: 'showClass', values }])
}

/** V6: of the field that the entry changes, else which fields of the queue the person is shown. */
export function fieldRow({ ticket, standing, item, names }: Explained): RuleRow {
  if (standing.kind === 'engineer') return notAsked('V6', { key: 'engineer' })
  if (!item) return each('V6', ticket.rules?.fields ?? [], names.fields, ['v6Shown', 'v6Hidden'])
  if (item.v6 === null) return notAsked('V6', { key: 'v6None' })
  const values = { name: names.fields.get(item.field ?? 0) ?? String(item.field) }
  return judged('V6', item.v6, [{ key: 'v6Item', values }], [{ key: 'exposeField', values }])
}

function each(
  rule: Rule,
  all: readonly { id: number; shown: boolean }[],
  names: ReadonlyMap<number, string>,
  [shown, hidden]: readonly [SentenceKey, SentenceKey],
): RuleRow {
  if (all.length === 0) return notAsked(rule, { key: 'v6None' })
  const because = ([true, false] as const).flatMap((wanted): Sentence[] => {
    const those = all.filter((one) => one.shown === wanted).map(({ id }) => names.get(id) ?? String(id))
    return those.length > 0 ? [{ key: wanted ? shown : hidden, values: named(those) }] : []
  })
  return { rule, verdict: 'each', because, change: [] }
}

/** V7: every share of this ticket with the person. */
export function shareRow({ ticket: { rules, faq }, standing, names }: Explained): RuleRow {
  if (standing.kind === 'engineer') return notAsked('V7', { key: 'engineer' })
  if (faq) return notAsked('V7', { key: 'faq' })
  const shares = rules?.shares ?? []
  if (shares.length === 0) return notAsked('V7', { key: 'v7None' })
  const because = shares.map((share) => shareSentence(share, names.contacts.get(share.by) ?? `#${share.by}`))
  const holds = shares.some((share) => share.holds)
  if (holds && rules?.readOnly) because.push({ key: 'v7ReadOnly' })
  return judged('V7', holds, because, [{ key: 'shareAgain' }])
}

function shareSentence({ until, ended, holds, sharerSees }: ShareFacts, by: string): Sentence {
  if (holds) return until ? { key: 'v7HoldsUntil', values: { by, at: until } } : { key: 'v7Holds', values: { by } }
  if (ended) return { key: 'v7Ended', values: { by, at: ended } }
  return until && sharerSees ? { key: 'v7Over', values: { by, at: until } } : { key: 'v7SharerBlind', values: { by } }
}
