/** One thing that can fail by itself, as it stands now. */
export type Part = {
  key: PartKey
  state: 'good' | 'attention' | 'broken' | 'off'
  /** What the words of `health.facts.<key>` speak of; none where it could not be asked. */
  facts?: Record<string, string | number>
  /** What is wrong: keys of `health.advice`, each saying what to do. */
  problems: string[]
}

export const PART_KEYS = [
  'database',
  'mail',
  'jobs',
  'directory',
  'providers',
  'storage',
  'themes',
  'audit',
  'versions',
] as const
export type PartKey = (typeof PART_KEYS)[number]

export type Finding = Omit<Part, 'key'>

const PATIENCE = 2_000

/** Asks one part; whatever it does, the answer comes within two seconds and the other parts are heard. */
export async function asked(key: PartKey, ask: () => Promise<Finding>): Promise<Part> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Finding>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'broken', problems: ['silent'] }), PATIENCE)
  })
  try {
    return { key, ...(await Promise.race([ask(), late])) }
  } catch {
    return { key, state: 'broken', problems: ['unreachable'] }
  } finally {
    clearTimeout(timer)
  }
}

/** Good where nothing is wrong. */
export function stateOf(problems: readonly string[], broken: readonly string[] = []): Finding['state'] {
  if (problems.length === 0) return 'good'
  return problems.some((one) => broken.includes(one)) ? 'broken' : 'attention'
}
