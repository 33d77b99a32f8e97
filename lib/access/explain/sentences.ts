export const RULES = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8'] as const
export type Rule = (typeof RULES)[number]
/** `each`: asked of every entry and field by itself. */
export type Verdict = 'holds' | 'fails' | 'notAsked' | 'each'

/** A sentence by the key of its message, with what stands in it. */
export type Sentence = { key: SentenceKey; values?: Record<string, string | number | Date> }
/** What one rule says, what decides, and what would change it. */
export type RuleRow = { rule: Rule; verdict: Verdict; because: Sentence[]; change: Sentence[] }

export type SentenceKey =
  | 'engineer'
  | 'faq'
  | 'noRole'
  | 'v1Granted'
  | 'v1Lacking'
  | 'v2Granted'
  | 'v2Lacking'
  | 'v2NoCustomer'
  | 'v2NoCustomerEngineer'
  | 'v3Main'
  | 'v3Participant'
  | 'v3Share'
  | 'v3Company'
  | 'v3None'
  | 'v4Same'
  | 'v4NoPermission'
  | 'v4Other'
  | 'v4None'
  | 'v5Shown'
  | 'v5Hidden'
  | 'v5Item'
  | 'v6Shown'
  | 'v6Hidden'
  | 'v6None'
  | 'v6Item'
  | 'v7None'
  | 'v7Holds'
  | 'v7HoldsUntil'
  | 'v7Ended'
  | 'v7Over'
  | 'v7SharerBlind'
  | 'v7ReadOnly'
  | 'v8Sees'
  | 'v8Hidden'
  | 'v8NoEntry'
  | 'grantQueue'
  | 'grantGroup'
  | 'setCustomer'
  | 'relate'
  | 'grantCompany'
  | 'shareAgain'
  | 'showClass'
  | 'exposeField'

export function judged(rule: Rule, holds: boolean, because: Sentence[], change: Sentence[] = []): RuleRow {
  return { rule, verdict: holds ? 'holds' : 'fails', because, change: holds ? [] : change }
}

export function notAsked(rule: Rule, ...because: Sentence[]): RuleRow {
  return { rule, verdict: 'notAsked', because, change: [] }
}

/** Several names as one text. */
export function named(names: readonly string[]): { names: string } {
  return { names: names.join(', ') }
}
