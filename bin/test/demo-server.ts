import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '#lib/db/embedded/port.ts'

/** How long a server that is asked to stop may take to close its database, in milliseconds. */
const PATIENCE = 30_000

export type DemoServer = {
  url: string
  /** Its data folder (demo.json, database.json). */
  dataDir: string
  stop(): Promise<void>
}

/** Serves the production build on a free port, with a database and demo of its own. @param wishes environment variables besides */
export async function serveDemo(wishes: Readonly<Record<string, string>> = {}): Promise<DemoServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-e2e-'))
  chmodSync(dataDir, 0o711)
  const port = await freePort()
  const url = `http://localhost:${port}`
  // What a tester's own environment says of these is not meant for a server of the tests.
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, HOST: ___, SMTP_URL: ____, ...inherited } = process.env
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', fileURLToPath(new URL('../start.ts', import.meta.url))],
    {
      env: { ...inherited, ...wishes, PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir, DEMO: '1' },
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
    const kill = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await once(child, 'exit')
    clearTimeout(kill)
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
  return { url, dataDir, stop }
}
