import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres, { type Sql } from 'postgres'
import { freePort } from '#lib/db/embedded/port.ts'
import { startTestDatabase } from '#lib/db/testing.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The production build, serving a database of its own that its tests fill as they need. */
export type Portal = {
  readonly origin: string
  /** Reads and writes past every policy. */
  readonly owner: Sql
  readonly ownerUrl: string
  readonly dataDir: string
  /** What nobody may ever read in an answer. */
  readonly secrets: Readonly<Record<'AUTH_SECRET' | 'PASSWORD_PEPPER' | 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', string>>
  stop(): Promise<void>
}

export async function startPortal(): Promise<Portal> {
  const cluster = await startTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-access-'))
  chmodSync(dataDir, 0o711)
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const secret = () => randomBytes(32).toString('base64')
  const secrets = { AUTH_SECRET: secret(), PASSWORD_PEPPER: secret(), NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secret() }
  const server = serve(port, { ...secrets, PUBLIC_URL: origin, DATABASE_URL: cluster.appUrl, DATA_DIR: dataDir })
  const owner = postgres(cluster.ownerUrl, { max: 2, onnotice: () => {} })
  const stop = async () => {
    await server.end()
    await owner.end()
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await server.ready(`${origin}/api/health/ready`)
    // Its mails wait: nobody works on a row while the tests compare what a request has changed.
    await owner`alter table outbox disable trigger wake_worker`
    await owner`alter table outbox disable trigger wake_worker_again`
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, owner, ownerUrl: cluster.ownerUrl, dataDir, secrets, stop }
}

function serve(port: number, settings: Record<string, string>) {
  const follow = join(root, 'bin/start/follow-starter.mjs')
  const next = join(root, 'node_modules/next/dist/bin/next')
  const { DATABASE_OWNER_URL: _, TRUST_PROXY: __, ...inherited } = process.env
  const env: NodeJS.ProcessEnv = {
    ...inherited,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    LOG_LEVEL: 'error',
    ...settings,
  }
  const child = spawn(process.execPath, ['--import', follow, next, 'start', '--port', String(port)], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let told = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      told = (told + text).slice(-5000)
    })
  }
  return {
    async ready(url: string) {
      for (const end = Date.now() + 60_000; Date.now() < end && child.exitCode === null; await pause(50)) {
        if (
          await fetch(url).then(
            ({ ok }) => ok,
            () => false,
          )
        )
          return
      }
      throw new Error(`The portal did not start:\n${told}`)
    },
    async end() {
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit')
    },
  }
}
