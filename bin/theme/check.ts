import path from 'node:path'
import { env } from '#lib/env.ts'
import { fontsWeight, stylesheetWeight } from '#lib/themes/check/budgets.ts'
import { checkTheme, isError } from '#lib/themes/check/index.ts'
import { buildAll, type Collected } from '#lib/themes/collect.ts'
import { lowestRatios } from '#lib/themes/legibility.ts'
import { report } from './report.ts'

/** Checks one theme or all; the exit code is 1 when anything stands in the way of publishing. */
export function check(id: string | undefined, form: 'text' | 'json'): number {
  const all = buildAll(env.themesDir)
  const results = (id ? [id] : [...all.keys()]).map((theme) => ({ theme, problems: checkTheme(theme, all) }))
  if (form === 'json') process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
  else
    for (const { theme, problems } of results) {
      process.stdout.write(`${theme}: ${figures(all.get(theme))}\n`)
      report(path.join(env.themesDir, theme), problems)
    }
  return results.some(({ problems }) => problems.some(isError)) ? 1 : 0
}

function figures(collected: Collected | undefined): string {
  const built = collected?.built
  if (!built) return 'cannot be built'
  const schemes = built.schemes === 'both' ? (['light', 'dark'] as const) : [built.schemes]
  const ratios = schemes.map((scheme) => {
    const { text, control } = lowestRatios(built.tokens[scheme])
    return `${scheme} text ≥ ${text.toFixed(2)}, controls ≥ ${control.toFixed(2)}`
  })
  const fonts = (fontsWeight(built) / 1024).toFixed(0)
  return [`theme.css ${stylesheetWeight(built)} bytes gzip`, `fonts ${fonts} kB`, ...ratios].join(' · ')
}
