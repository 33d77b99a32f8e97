import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '#lib/db/embedded/port.ts'
import { paths } from '#lib/paths.ts'
import { benchContact } from './bench/bench-contact.ts'
import { startServer, stopServer, usage } from './bench/children.ts'
import { measure } from './bench/load.ts'
import { readBenchOptions } from './bench/options.ts'
import { comparison, type Report, readReport, reportTable } from './bench/report.ts'
import { openWorld } from './bench/world.ts'
import { note, step } from './prepare/progress.mjs'
import { build, isBuilt, sourceHash } from './start/build.ts'
import { ENGINE_FLAGS } from './start/engine-flags.ts'
import { explain } from './start/explain.ts'
import { root } from './start/prepare.ts'

async function bench(): Promise<void> {
  const options = readBenchOptions(process.argv.slice(2))
  const hash = sourceHash(root)
  if (!isBuilt(root, hash)) await step('Building the application', () => build(root, hash))
  const world = await step('Opening the database', () => openWorld(options.dataDir, options.tickets, note))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const environment = {
    ...process.env,
    ...world.secrets,
    NODE_ENV: 'production' as const,
    LOG_LEVEL: 'error',
    PORT: String(port),
    PUBLIC_URL: origin,
    DATA_DIR: options.dataDir,
    DATABASE_URL: world.appUrl,
  }
  try {
    const server = await step('Starting the server', () =>
      startServer([...ENGINE_FLAGS, next, 'start', '--port', String(port)], environment, root, origin + paths.signIn()),
    )
    try {
      const report: Report = {
        tickets: options.tickets,
        at: new Date().toISOString(),
        node: process.version,
        rows: [],
        memory: [],
      }
      let cookie = ''
      for (const login of options.contacts) {
        const result = await step(`Measuring ${login}`, () =>
          benchContact(login, { origin, server, world, root }, options, note),
        )
        report.rows.push(...result.rows)
        cookie = result.cookie
      }
      for (let quarter = 1; options.memory && quarter <= 4; quarter += 1) {
        const target = { url: origin + paths.tickets(), pid: server.pid ?? 0, cookie }
        await step('Memory', () => measure(target, 8, { amount: Math.round(options.memory / 4) }))
        report.memory.push({ requests: (options.memory * quarter) / 4, bytes: usage(server.pid ?? 0).memory })
      }
      writeFileSync(options.output, `${JSON.stringify(report, null, 2)}\n`)
      process.stdout.write(`\n${reportTable(report)}\n\nWritten to ${options.output}\n`)
      if (options.compare) process.stdout.write(`\n${comparison(report, readReport(options.compare))}\n`)
      process.exitCode = report.rows.some(({ measured: own, floor }) => own.wrong || floor?.wrong) ? 1 : 0
    } finally {
      await stopServer(server)
    }
  } finally {
    await world.stop()
  }
}

await bench().catch((error) => {
  process.stderr.write(`\n${explain(error)}\n`)
  process.exitCode = 1
})
