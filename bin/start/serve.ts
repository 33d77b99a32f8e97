import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Failure } from '../prepare/failure.mjs'
import { stepAloud } from '../prepare/progress.mjs'
import { ENGINE_FLAGS } from './engine-flags.ts'
import type { Environment, Options } from './options.ts'

const follow = fileURLToPath(new URL('follow-starter.mjs', import.meta.url))

/**
 * Runs Next in a child process of its own group, so that Ctrl-C reaches it through `stop` only and the database outlives the last
 * request. Resolves with its exit code, when it has ended.
 * @param command of `next`
 * @param announce called once, when it is ready
 * @param stop asks it to complete what it has accepted and to end
 */
export async function serve(
  root: string,
  command: 'start' | 'dev',
  options: Options,
  env: Environment,
  announce: () => void,
  stop: AbortSignal,
): Promise<number> {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const host = options.host ? ['--hostname', options.host] : []
  const engine = command === 'start' ? ENGINE_FLAGS : []
  const args = [...engine, '--import', follow, next, command, '--port', String(options.port), ...host]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, NODE_ENV: command === 'dev' ? 'development' : 'production' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: true,
  })
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  const end = () => child.kill('SIGTERM')
  stop.addEventListener('abort', end)
  try {
    await stepAloud('Starting the server', () => isReady(options, ended))
    announce()
  } catch (error) {
    end()
    await ended
    throw error
  }
  return ended
}

/** Resolves when the server says that it can serve pages, its database included. */
async function isReady({ port, host = '127.0.0.1' }: Options, ended: Promise<number>): Promise<void> {
  const address = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${port}/api/health/ready`
  const over = ended.then((): 'over' => 'over')
  let last: number | undefined
  for (const end = Date.now() + 180_000; Date.now() < end; await pause(50)) {
    const status = await Promise.race([statusOf(url), over])
    if (status === 'over') {
      throw new Failure('The server ended while starting.', 'The data were kept.', 'Its reason is in the lines above.')
    }
    if (status === 200) return
    last = status
  }
  const why = last ? `${url} answers ${last}` : `${url} does not answer`
  throw new Failure(`The server is not ready: ${why}.`, 'The data were kept.', 'The reason is in the lines above.')
}

async function statusOf(url: string): Promise<number | undefined> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(30_000) })
    await answer.body?.cancel()
    return answer.status
  } catch {
    return undefined
  }
}
