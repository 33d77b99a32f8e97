import postgres from 'postgres'
import type { Credential } from '../demo/password.ts'
import { restoreChecks, restoreIndexes, strip } from './bare-tables.ts'
import { advanceSequences, insertAround, insertTickets } from './derive.ts'
import { copyPeople, insertContactWords } from './people.ts'
import { insertSearchDocuments } from './search-documents.ts'
import { writeSetting } from './setting.ts'
import { shapeFor } from './shape.ts'
import { copyTickets } from './tickets.ts'

const tables = [
  'companies',
  'contacts',
  'contact_details',
  'accounts',
  'tickets',
  'entries',
  'field_values',
  'participants',
  'shares',
  'read_marks',
  'search_documents',
]

export type Bulk = {
  ownerUrl: string
  tickets: number
  seed: number
  credential: Credential
  log: (line: string) => void
}

/**
 * Fills an empty database with so many tickets for measuring; the same seed makes the same world, but for the day.
 * Interrupted, it leaves a database that has to be thrown away.
 */
export async function bulkSeed({ ownerUrl, tickets, seed, credential, log }: Bulk): Promise<void> {
  const connections = [1, 2].map(() => postgres(ownerUrl, { max: 1, onnotice: () => {} }))
  const [sql, second] = connections
  if (!sql || !second) return
  const begun = Date.now()
  const step = async (name: string, work: () => Promise<unknown>) => {
    const since = Date.now()
    await work()
    log(`${name}: ${((Date.now() - since) / 1000).toFixed(1)} s`)
  }
  try {
    const shape = shapeFor(tickets)
    const setting = await writeSetting(ownerUrl, credential)
    const stripped = await strip(sql, tables)
    for (const one of connections)
      await one`select set_config('maintenance_work_mem', '512MB', false), set_config('work_mem', '128MB', false)`
    await step('People', () => copyPeople(sql, shape, setting))
    const today = Math.floor(Date.now() / 86_400_000) * 86_400_000
    await step('Tickets and entries', () =>
      copyTickets({ tickets: sql, entries: second }, shape, setting, { seed, today, log }),
    )
    await step('Copies', async () => {
      await insertTickets(sql)
      await insertAround(sql, setting)
      await advanceSequences(sql)
    })
    await step('Indexes', () =>
      restoreIndexes(
        sql,
        stripped,
        tables.filter((table) => table !== 'search_documents'),
      ),
    )
    await step('Words of contacts', () => insertContactWords(sql, shape))
    await step('Statistics', () => sql`analyze`)
    await step('Search documents', () => insertSearchDocuments(connections, tickets, log))
    await step('Search indexes', () => restoreIndexes(sql, stripped, ['search_documents']))
    await step('Checks', () => restoreChecks(sql, stripped))
    await step('Vacuum', () => sql`vacuum analyze`)
    log(`${tickets.toLocaleString('en')} tickets in ${((Date.now() - begun) / 1000).toFixed(0)} s`)
  } finally {
    await Promise.all(connections.map((one) => one.end()))
  }
}
