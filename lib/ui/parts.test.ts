import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parts } from '#lib/ui/parts.ts'

function named(files: string, pattern: RegExp): string[] {
  const sources = globSync(files).map((file) => readFileSync(file, 'utf8'))
  expect(sources.length).toBeGreaterThan(5)
  return [...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name = '']) => name)))].sort()
}

test('the components draw exactly the listed parts', () => {
  expect(named('{app,lib/ui}/**/*.tsx', /data-part(?:=|': )["']([a-z-]+)["']/g)).toEqual([...parts])
})

test('the style sheet styles no part that nothing draws', () => {
  const styled = named('lib/ui/styles/*.css', /\[data-part="([a-z-]+)"\]/g)
  expect(styled.filter((name) => !parts.some((part) => part === name))).toEqual([])
})

test('the style sheet names no colour of its own', () => {
  const colours = named('lib/ui/styles/*.css', /(#[0-9a-f]{3,8}\b|(?:rgb|hsl|oklch)\([^)]*\))/gi)
  expect(colours).toEqual(['rgb(0 0 0 / 0.4)'])
})
