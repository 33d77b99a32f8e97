import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { freePort } from '#lib/db/embedded/port.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const databaseShape = z.object({ port: z.number(), passwords: z.object({ portico_app: z.string() }) })
const read = (dataDir: string, name: string): unknown => JSON.parse(readFileSync(join(dataDir, name), 'utf8'))

/** Where the embedded database of the tests' server listens. */
export const databasePort = (dataDir: string) => databaseShape.parse(read(dataDir, 'database.json')).port

/** One more instance of the built application, on the data of the tests' server, which reaches its database at this port. */
export async function startInstance(dataDir: string, database: number) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const { passwords } = databaseShape.parse(read(dataDir, 'database.json'))
  const env = {
    ...process.env,
    ...z.record(z.string(), z.string()).parse(read(dataDir, 'secrets.json')),
    NODE_ENV: 'production' as const,
    DATABASE_URL: `postgres://portico_app:${encodeURIComponent(passwords.portico_app)}@127.0.0.1:${database}/portico`,
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
  }
  const next = join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'start', '--port', String(port)], { cwd: root, env, stdio: 'ignore' })
  const statusOf = (path: string) =>
    fetch(url + path, { redirect: 'manual' }).then(
      ({ status }) => status,
      () => 0,
    )
  for (let tries = 0; (await statusOf('/api/health/ready')) !== 200; tries += 1) {
    if (child.exitCode !== null || tries > 300) throw new Error('the instance did not start')
    await pause(100)
  }
  const stop = async () => {
    const kill = setTimeout(() => child.kill('SIGKILL'), 20_000)
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await once(child, 'exit')
    clearTimeout(kill)
  }
  return { url, statusOf, stop }
}
