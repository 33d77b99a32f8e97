import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, tail } from '../prepare/failure.mjs'
import { run } from '../prepare/programs.mjs'

/** Everything that the compiled application is made of; themes are read at run time. */
const sources = ['app/**/*', 'lib/**/*', 'public/**/*', '*.{js,mjs,ts,json}']
const isIrrelevant = (path: string) => /\.test\.tsx?$|^(biome|next-env|vitest|playwright)\b/.test(path)

/** Hash over names and contents: a checkout that changes only times does not build again. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256')
  const files = globSync(sources, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    const name = path.slice(root.length + 1)
    if (!isIrrelevant(name)) hash.update(`${name}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

const markerOf = (root: string) => join(root, '.next', 'portico-sources')

export const isBuilt = (root: string, hash: string) =>
  existsSync(join(root, '.next', 'BUILD_ID')) &&
  existsSync(markerOf(root)) &&
  readFileSync(markerOf(root), 'utf8') === hash

/** Compiles for production into `.next`. */
export async function build(root: string, hash: string, stop?: AbortSignal): Promise<void> {
  const { NODE_OPTIONS: _, ...env } = process.env
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const { code, output } = await run(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    signal: stop,
  })
  stop?.throwIfAborted()
  if (code === 0) return writeFileSync(markerOf(root), hash)
  const full = /ENOSPC|No space left/.test(output)
  throw new Failure(
    `The application could not be built:\n${tail(withoutWarnings(output), 40)}`,
    'Data and settings were not touched.',
    full ? 'The disk is full: make room and start again.' : 'Mend what is named above and start again.',
  )
}

/** The compiler lists its warnings last; they would hide the cause. */
const withoutWarnings = (output: string) => output.split(/^Turbopack build encountered \d+ warning/m)[0] ?? output
