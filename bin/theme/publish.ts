import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { env } from '#lib/env.ts'
import { checkTheme, isError } from '#lib/themes/check/index.ts'
import { buildAll } from '#lib/themes/collect.ts'
import { keepBuild } from '#lib/themes/last-good.ts'
import { themeId } from '#lib/themes/manifest.ts'
import { fail, report } from './report.ts'

/**
 * Publishes a theme of the themes folder by its id, or any folder by its path. One with errors is refused and changes nothing;
 * otherwise the folder takes its place in one rename, and running servers notice within seconds.
 */
export function publish(subject: string): number {
  const inside = themeId.safeParse(subject).success && !existsSync(path.resolve(subject))
  const dir = inside ? path.join(env.themesDir, subject) : path.resolve(subject)
  const id = path.basename(dir)
  if (!existsSync(dir)) return fail(`${dir} does not exist.`)
  if (!themeId.safeParse(id).success) return fail(`The folder's name "${id}" cannot be a theme's name.`)
  const all = buildAll(env.themesDir, dir)
  const problems = checkTheme(id, all)
  report(dir, problems)
  const elsewhere = path.dirname(dir) !== env.themesDir
  if (problems.some(isError)) {
    const worn = elsewhere
      ? 'What is served stays as it was.'
      : 'Until it is put right, servers wear it repaired or as last built.'
    return fail(`${id} is not published. ${worn}`)
  }
  if (elsewhere) takePlace(dir, path.join(env.themesDir, id))
  const built = all.get(id)?.built
  if (built) keepBuild(env.dataDir, built)
  process.stdout.write(`${id} is published. Running servers wear it within seconds, without a restart.\n`)
  return 0
}

/** The names beside the target begin with a dot, so that no server takes them for themes. */
function takePlace(from: string, target: string): void {
  const [next, old] = ['next', 'old'].map((kind) =>
    path.join(path.dirname(target), `.${path.basename(target)}-${kind}-${process.pid}`),
  )
  if (!next || !old) return
  cpSync(from, next, { recursive: true })
  if (existsSync(target)) renameSync(target, old)
  renameSync(next, target)
  rmSync(old, { recursive: true, force: true })
}
