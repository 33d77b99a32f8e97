export type Timed = { known: boolean; took: number }

/** The p-value of Mann and Whitney's U, two-sided, by the normal approximation: small where the two kinds can be told apart. */
export function rankTest(times: readonly Timed[]): number {
  const ranks = times.toSorted((a, b) => a.took - b.took).flatMap(({ known }, at) => (known ? [at + 1] : []))
  const [n, m] = [ranks.length, times.length - ranks.length]
  const u = ranks.reduce((sum, rank) => sum + rank, 0) - (n * (n + 1)) / 2
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
  const t = 1 / (1 + 0.2316419 * z)
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)
  return 2 * density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
}
