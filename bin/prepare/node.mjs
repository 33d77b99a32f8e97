import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, tail } from './failure.mjs'
import { firstErrors, npm, run } from './programs.mjs'
import { step } from './progress.mjs'

/** The npm package that holds nothing but Node for this machine; it has no install script, unlike the package `node`. */
const packageName = [
  process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node',
  process.platform === 'win32' ? 'win' : process.platform,
  process.arch,
].join('-')

/**
 * The Node to run Portico on: this one if it runs TypeScript as it is (22.18 and newer), otherwise Node 24, which is fetched once
 * from the npm registry into `.node`.
 * @param {string} root the project's folder
 * @returns {Promise<string>} path of the program
 */
export async function suitableNode(root) {
  if (process.features.typescript) return process.execPath
  const folder = join(root, '.node')
  const program = join(folder, 'node_modules', packageName, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(program) && (await run(program, ['--version'])).code === 0) return program
  await step(`Node ${process.versions.node} is too old: fetching Node 24`, () => fetchNode(folder, program))
  return program
}

/** @param {string} folder @param {string} program */
async function fetchNode(folder, program) {
  mkdirSync(folder, { recursive: true })
  const install = await npm(
    process.execPath,
    ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--force', `${packageName}@24`],
    folder,
  )
  const trial = await run(program, ['--version'])
  if (trial.code === 0) return
  throw new Failure(
    `Node ${process.versions.node} is too old, and Node 24 could not be fetched from the npm registry:\n` +
      (install.code === 0 ? tail(trial.output, 4) : firstErrors(install.output)),
    'Nothing was changed but the folder .node.',
    'Install Node 24 (https://nodejs.org), or make the registry reachable (npm ping), and start again.',
  )
}
