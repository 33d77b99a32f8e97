import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { customerGroups } from '#lib/db/schema/customer-groups.ts'
import { demoCredential } from './seed/demo/password.ts'
import { planTickets } from './seed/demo/plan.ts'
import { seededRandom } from './seed/demo/random.ts'
import { demoSignIns, type SignIn } from './seed/demo/sign-ins.ts'
import { writeMailTemplates, writeNews } from './seed/demo/write/announcements.ts'
import { openAsOwner, type Writer } from './seed/demo/write/connection.ts'
import { writeCustomers } from './seed/demo/write/customers.ts'
import { giveRoles, writeEngineers, writeProfiles } from './seed/demo/write/engineers.ts'
import { writeGroups } from './seed/demo/write/groups.ts'
import { writeQueues } from './seed/demo/write/queues.ts'
import { writeReaders } from './seed/demo/write/readers.ts'
import { writeRoles } from './seed/demo/write/roles.ts'
import { searchableAfterwards } from './seed/demo/write/search.ts'
import { writeTickets } from './seed/demo/write/tickets.ts'
import { readSecrets } from './start/secrets.ts'

type Demo = { ownerUrl: string; dataDir: string; log?: (line: string) => void }

/**
 * Fills an empty database with three houses, their customers and 400 tickets of the last 18 months; all of it or nothing.
 * A database that has a customer group is left alone.
 * @returns whom to sign in as, in either case
 */
export async function seedDemo({ ownerUrl, dataDir, log = () => {} }: Demo): Promise<{ signIns: SignIn[] }> {
  const { db, close } = openAsOwner(ownerUrl)
  try {
    const [existing] = await db.select({ id: customerGroups.id }).from(customerGroups).limit(1)
    if (existing) log('There are customers already; the demo is not loaded again')
    else log(await db.transaction((tx) => fill(tx, ownerUrl, dataDir)))
  } finally {
    await close()
  }
  return { signIns: demoSignIns(process.env.PORT?.trim() || '3000') }
}

async function fill(db: Writer, ownerUrl: string, dataDir: string): Promise<string> {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const now = new Date()
  const random = seededRandom(1887)
  const credential = await demoCredential({
    DATABASE_URL: ownerUrl,
    ...process.env,
    ...readSecrets(dataDir, process.env),
  })
  const profiles = await writeProfiles(db)
  const engineers = await writeEngineers(db, credential)
  const ids = await writeQueues(db)
  const groups = await writeGroups(db, profiles)
  await giveRoles(db, profiles, engineers, await writeRoles(db, ids.queues, groups))
  const contacts = await writeCustomers(db, groups, profiles, credential)
  await writeNews(db, groups, now)
  await writeMailTemplates(db)
  const world = { ids, contacts, engineers, random, filesFolder: join(dataDir, 'files') }
  const placed = await searchableAfterwards(db, async () => {
    const written = await writeTickets(db, planTickets(now), world)
    await writeReaders(db, written, contacts, now, random)
    return written
  })
  return `${placed.length} tickets, ${placed.reduce((sum, { entries }) => sum + entries.length, 0)} entries`
}
