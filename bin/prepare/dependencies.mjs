import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { firstErrors, npm } from './programs.mjs'
import { step } from './progress.mjs'

/**
 * Installs exactly what package-lock.json names, when it has changed since the last time.
 * @param {string} root the project's folder
 * @param {string} node
 */
export async function installDependencies(root, node) {
  const modules = join(root, 'node_modules')
  const marker = join(modules, '.portico-lock')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return
  // A clean install empties node_modules first; where they are only out of date, the difference is enough.
  const command = existsSync(modules) ? ['install', '--no-save'] : ['ci']
  await step('Installing dependencies', async () => {
    const { code, output } = await npm(node, [...command, '--include=dev'], root)
    if (code === 0) return writeFileSync(marker, wanted)
    throw new Failure(
      `The dependencies could not be installed:\n${firstErrors(output)}`,
      'Data and settings were not touched.',
      /ENOSPC/.test(output)
        ? 'The disk is full: make room and start again.'
        : 'Make the npm registry reachable (npm ping) and start again.',
    )
  })
}
