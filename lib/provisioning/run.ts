export const OUTCOMES = ['created', 'changed', 'disabled', 'left', 'refused'] as const
/** What becomes of one person: `left` stays as it is, with a reason where one could expect otherwise. */
export type Outcome = (typeof OUTCOMES)[number]
export type RunCounts = Record<Outcome, number>

/** `dry` writes nothing but its report. */
export const RUN_KINDS = ['dry', 'apply'] as const
/** `held` wrote nothing, for it would have disabled too many. */
export const RUN_STATES = ['waiting', 'running', 'done', 'held', 'failed'] as const
export type RunKind = (typeof RUN_KINDS)[number]
export type RunState = (typeof RUN_STATES)[number]

export const SCHEDULES = ['off', 'hourly', 'daily'] as const
export type Schedule = (typeof SCHEDULES)[number]

/** A source that has more people than these is not read to its end, and nothing is done. */
export const MOST_PEOPLE = 100_000
/** So many reports are kept of each source. */
export const KEPT_RUNS = 30

export const noCounts = (): RunCounts => ({ created: 0, changed: 0, disabled: 0, left: 0, refused: 0 })
