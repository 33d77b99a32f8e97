import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '#lib/db/embedded/port.ts'

/**
 * Serves the production build once for all browser tests, on a free port, with a database and demo of its own. The tests find it in
 * BASE_URL, its data folder (demo.json, database.json) in E2E_DATA_DIR. A BASE_URL set from outside is used as it is.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  if (process.env.BASE_URL) return async () => {}
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-e2e-'))
  chmodSync(dataDir, 0o711)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, HOST: ___, ...inherited } = process.env
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', fileURLToPath(new URL('../start.ts', import.meta.url))],
    {
      env: { ...inherited, PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, DEMO: '1' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let told = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      told = (told + text).slice(-20_000)
    })
  }
  const stop = async () => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit')
    rmSync(dataDir, { recursive: true, force: true })
  }
  const first = await Promise.race([
    once(child, 'message').then(() => 'ready'),
    once(child, 'exit').then(() => 'ended'),
  ])
  if (first === 'ended') {
    await stop()
    throw new Error(`The server for the browser tests did not start:\n${told}`)
  }
  Object.assign(process.env, { BASE_URL: url, E2E_DATA_DIR: dataDir })
  return stop
}
