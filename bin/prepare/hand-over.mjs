import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installDependencies } from './dependencies.mjs'
import { Failure } from './failure.mjs'
import { suitableNode } from './node.mjs'

/**
 * Makes sure of Node and the dependencies, then runs a TypeScript command of `bin/` with this command's arguments, signals and
 * exit code. Everything it touches runs on Node 18 and without any package.
 * @param {string} command file name in `bin/`
 */
export async function handOver(command) {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  try {
    const node = await suitableNode(root)
    process.env.PATH = dirname(node) + delimiter + (process.env.PATH ?? '')
    await installDependencies(root, node)
    const args = ['--conditions=react-server', join(root, 'bin', command), ...process.argv.slice(2)]
    process.exitCode = await runToEnd(node, args, root)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    process.stderr.write(`\n${error.message}\n`)
    process.exitCode = 1
  }
}

/** @param {string} program @param {string[]} args @param {string} cwd @returns {Promise<number>} */
function runToEnd(program, args, cwd) {
  const child = spawn(program, args, { cwd, stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']))
  })
}
