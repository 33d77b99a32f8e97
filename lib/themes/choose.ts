import { isTheme, themeNamed } from './registry.ts'
import type { Theme } from './types.ts'

/** Theme ids by where they come from; `preview` only after its signature was checked. */
export type Wishes = {
  preview?: string | null | undefined
  company?: string | null | undefined
  group?: string | null | undefined
  host?: string | null | undefined
}

/** The first wish that exists, in the order preview, company, customer group, host; otherwise `default`. */
export function chooseTheme({ preview, company, group, host }: Wishes): Theme {
  const id = [preview, company, group, host].find((wish) => wish && isTheme(wish))
  return themeNamed(id ?? 'default')
}
