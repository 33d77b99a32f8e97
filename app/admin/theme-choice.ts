import { allThemes, isTheme } from '#lib/themes/registry.ts'
import type { Option } from '#lib/ui/controls.tsx'

/** The installed themes by name, and the chosen one even where it is gone; `gone` words that. */
export function themeChoice(chosen: string | null | undefined, gone: (theme: string) => string): Option[] {
  const installed = allThemes().map(({ id, name }) => ({ value: id, label: name }))
  return chosen && !isTheme(chosen) ? [...installed, { value: chosen, label: gone(chosen) }] : installed
}
