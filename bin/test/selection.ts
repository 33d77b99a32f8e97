/** What `npm test -- …` asks for: everything, or files and a pattern of test names. */
export type Selection = {
  everything: boolean
  /** Arguments for Vitest and for Playwright; undefined leaves the suite out. */
  vitest: string[] | undefined
  playwright: string[] | undefined
}

/** `-g pattern` (also `-t`) selects by name in both suites, a file by its ending `.test.ts` or `.spec.ts`; a folder goes to both. */
export function selectionOf(args: string[]): Selection {
  const at = args.findIndex((arg) => arg === '-g' || arg === '-t')
  const pattern = at < 0 ? undefined : args[at + 1]
  const paths = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1))
  const pathsOf = (other: RegExp) => paths.filter((path) => !other.test(path))
  const forSuite = (other: RegExp, option: string) => {
    const own = pathsOf(other)
    return paths.length && !own.length ? undefined : [...own, ...(pattern === undefined ? [] : [option, pattern])]
  }
  return {
    everything: args.length === 0,
    vitest: forSuite(/\.spec\.tsx?(:\d+)?$/, '-t'),
    playwright: forSuite(/\.test\.tsx?(:\d+)?$/, '-g'),
  }
}
