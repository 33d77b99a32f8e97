import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive, isGone } from '#lib/db/embedded/processes.ts'
import { startEmbedded } from '#lib/db/embedded.ts'

/** Holds a data folder with its database as `npm start` does, until it is told to stop. */
const holder = `
  import { startEmbedded } from '#lib/db/embedded.ts'
  import { untilStopped } from '${join(import.meta.dirname, 'until-stopped.ts')}'
  await untilStopped(async (stop) => {
    const database = await startEmbedded({ dataDir: process.argv[1], settings: { shared_buffers: '16MB' } })
    process.send('ready')
    const waiting = setInterval(() => {}, 1000)
    await new Promise((resolve) => stop.addEventListener('abort', resolve))
    clearInterval(waiting)
    await database.stop()
    process.disconnect()
    return 143
  })`

async function hold(): Promise<{ child: ChildProcess; dataDir: string; server: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-stop-'))
  chmodSync(dataDir, 0o711)
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const child = spawn(process.execPath, ['--input-type=module', '--eval', holder, dataDir], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  await once(child, 'message')
  const lock = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
  return { child, dataDir, server: Number(lock.split('\n')[0]) }
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops the database and ends with 0', async (signal) => {
  const { child, dataDir, server } = await hold()
  child.kill(signal)
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(isAlive(server)).toBe(false)
  expect(existsSync(join(dataDir, 'holder.json'))).toBe(false)
})

test('a second start on the same data folder is refused and leaves the first alone', async () => {
  const { child, dataDir, server } = await hold()
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    `already running on the data folder ${dataDir} (process ${child.pid})`,
  )
  expect(isAlive(server)).toBe(true)
  child.kill('SIGTERM')
  await once(child, 'exit')
})

test('a start after kill -9 ends the database that was left behind and goes on with its data', async () => {
  const { child, dataDir, server } = await hold()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(isAlive(server)).toBe(true)
  const told: string[] = []
  const again = await startEmbedded({ dataDir, settings: { shared_buffers: '16MB' }, log: (line) => told.push(line) })
  expect(await isGone(server, 0)).toBe(true)
  expect(told).toEqual(['A PostgreSQL left over from a killed start was stopped'])
  await again.stop()
})
