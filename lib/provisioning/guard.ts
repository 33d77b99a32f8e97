/** How many accounts one synchronisation may disable without being asked. */
export type DisableLimit = { mostDisabled: number; mostDisabledPercent: number }

/**
 * The smaller of the two limits, and one at least, so that a small directory can lose somebody; none at all where the source
 * gave nobody, which is far more likely a wrong filter than a company without people.
 */
export function mayDisable({ mostDisabled, mostDisabledPercent }: DisableLimit, linked: number, found: number): number {
  if (found === 0) return 0
  return Math.min(mostDisabled, Math.max(1, Math.floor((linked * mostDisabledPercent) / 100)))
}
