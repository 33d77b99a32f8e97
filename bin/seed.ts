import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '#lib/db/embedded.ts'
import { migrate } from '#lib/db/migrate.ts'
import { bulkSeed } from './seed/bulk/bulk-seed.ts'
import { requireEmpty, ticketCount } from './seed/checks.ts'
import { demoCredential } from './seed/demo/password.ts'
import { explain } from './start/explain.ts'
import { readSecrets } from './start/secrets.ts'

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    'database-url': { type: 'string' },
  },
})

// Fewer, larger checkpoints while gigabytes are written; the next start has the usual settings again.
const bulkSettings = { synchronous_commit: 'off', max_wal_size: '4GB', checkpoint_timeout: '30min' }
const dataDir = resolve(process.env.DATA_DIR?.trim() || '.data')
const url = values['database-url'] ?? process.env.DATABASE_OWNER_URL
const log = (line: string) => process.stdout.write(`${line}\n`)

async function seed(): Promise<void> {
  const tickets = ticketCount(values.tickets)
  const server = url ? undefined : await startEmbedded({ dataDir, log, settings: bulkSettings })
  try {
    const ownerUrl = url ?? server?.ownerUrl ?? ''
    await migrate(ownerUrl)
    await requireEmpty(ownerUrl)
    const credential = await demoCredential({
      DATABASE_URL: ownerUrl,
      ...process.env,
      ...readSecrets(dataDir, process.env),
    })
    await bulkSeed({ ownerUrl, tickets, seed: Number(values.seed), credential, log })
  } finally {
    await server?.stop()
  }
}

await seed().catch((error) => {
  process.stderr.write(`\n${explain(error)}\n`)
  process.exitCode = 1
})
