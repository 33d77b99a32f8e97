import type { Collected } from '../collect.ts'
import type { Layer } from '../layer.ts'
import type { Problem } from '../problem.ts'
import { overBudget } from './budgets.ts'
import { fontFaults } from './fonts.ts'
import { illegibleLogos } from './logos.ts'
import { foreignNames } from './privacy.ts'
import { settingsFaults } from './settings.ts'
import { textFaults } from './texts.ts'

/** Everything that speaks against publishing one theme: what building it found, and what only a designer needs to hear. */
export function checkTheme(id: string, all: ReadonlyMap<string, Collected>): Problem[] {
  const collected = all.get(id)
  if (!collected)
    return [
      {
        effect: 'refuse',
        file: 'theme.json',
        reason: `there is no theme "${id}"`,
        remedy: `Themes: ${[...all.keys()].join(', ')}.`,
      },
    ]
  const { problems, built, chain } = collected
  if (!built || !chain) return problems
  const others = [...all.values()].flatMap((other): Layer[] => (other.chain ? [other.chain[0]] : []))
  return [
    ...problems,
    ...overBudget(chain, built),
    ...fontFaults(chain),
    ...illegibleLogos(built),
    ...textFaults(chain),
    ...settingsFaults(chain, built),
    ...foreignNames(chain, others),
  ]
}

/** Notes may be published; everything else stands in the way. */
export function isError({ effect }: Problem): boolean {
  return effect !== 'note'
}
