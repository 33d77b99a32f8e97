import { spawn } from 'node:child_process'

/**
 * Runs a program quietly to its end.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} output holds stdout and stderr as they came; code is -1 when it could not run
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const env = { ...(options.env ?? process.env), NO_COLOR: '1' }
    const child = spawn(program, args, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.once('error', (error) => resolve({ code: -1, output: output + error.message }))
    child.once('close', (code) => resolve({ code: code ?? -1, output }))
  })
}

/**
 * Runs npm on the given Node, whatever Node npm was installed for.
 * @param {string} node
 * @param {string[]} args
 * @param {string} cwd
 */
export function npm(node, args, cwd) {
  const cli = process.env.npm_execpath
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  return cli?.endsWith('.js') ? run(node, [cli, ...args, ...quiet], { cwd }) : run('npm', [...args, ...quiet], { cwd })
}

/** npm names the cause first; its advice on usage and its stack follow. @param {string} output */
export const firstErrors = (output) =>
  output
    .split('\n')
    .filter((line) => /^npm error +\S/.test(line) && !/^npm error +at /.test(line))
    .slice(0, 5)
    .map((line) => line.replace('npm error', ' '))
    .join('\n')
