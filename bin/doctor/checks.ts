import postgres from 'postgres'
import { verifyAudit } from '#lib/audit/queries/integrity.ts'
import { env } from '#lib/env.ts'
import { databaseHealth } from '#lib/health/queries.ts'
import { degradedThemes } from '#lib/themes/registry.ts'
import type { Attached } from '../attach.ts'
import { filesCheck } from './files.ts'
import { jobsCheck, mailServerCheck } from './mail.ts'
import type { Result } from './result.ts'

type Check = (attached: Attached) => Promise<Result>

/** A check that fails by itself is broken, with its reason; the others go on. */
function named(name: string, look: (attached: Attached) => Promise<Omit<Result, 'name'>>): Check {
  return async (attached) => {
    try {
      return { name, ...(await look(attached)) }
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
      return { name, state: 'broken', text: cause instanceof Error ? cause.message : String(cause) }
    }
  }
}

const environment = named('Environment', async () => {
  const short =
    env.authSecrets.some((secret) => secret.length < 32) || env.passwordPeppers.some((pepper) => pepper.length < 32)
  if (short) return { state: 'broken', text: 'A secret is shorter than 32 characters.' }
  return { state: 'good', text: `Complete; data in ${env.dataDir}, themes in ${env.themesDir}.` }
})

const role = named('Role', async ({ appUrl }) => {
  const sql = postgres(appUrl, { max: 1, connect_timeout: 5, onnotice: () => {} })
  try {
    const [found] = await sql`select current_user as name, rolsuper or rolbypassrls as passes,
      exists (select from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = current_user`
    if (found?.passes || found?.owns) {
      return {
        state: 'broken',
        text: `${found.name} can see every row, past the access rules. Use a role that owns nothing.`,
      }
    }
    return { state: 'good', text: `${found?.name} owns nothing and cannot pass by row-level security.` }
  } finally {
    await sql.end({ timeout: 1 })
  }
})

const database = named('Database', async () => {
  const { facts, problems } = await databaseHealth()
  const text = `PostgreSQL ${facts?.version} answers in ${facts?.milliseconds} ms, ${facts?.used} of ${facts?.most} connections.`
  return problems.includes('connectionsFew')
    ? { state: 'attention', text: `${text} Few are left.` }
    : { state: 'good', text }
})

const migrations = named('Migrations', async () => {
  const { facts } = await databaseHealth()
  const [applied, known] = [Number(facts?.applied), Number(facts?.known)]
  if (applied < known) {
    return {
      state: 'broken',
      text: `${applied} of ${known}. Start Portico with DATABASE_OWNER_URL, which applies the others.`,
    }
  }
  return {
    state: 'good',
    text: applied > known ? `${applied}, of which this version knows ${known}.` : `All ${known}.`,
  }
})

const audit = named('Audit log', async () => {
  const { rows, complete, broken } = await verifyAudit(60 * 60_000)
  if (broken?.how === 'cut') {
    return {
      state: 'broken',
      text: `Row ${broken.id} was there at the last verification and is gone: the log was cut off.`,
    }
  }
  if (broken)
    return { state: 'broken', text: `Row ${broken.id} is not what it was, or does not follow from the one before.` }
  return { state: complete ? 'good' : 'attention', text: `${rows} rows, each following from the one before.` }
})

const themes = named('Themes', async () => {
  const degraded = degradedThemes()
  if (degraded.length === 0) return { state: 'good', text: 'All worn as they were written.' }
  return { state: 'attention', text: degraded.map(({ id, reason }) => `${id}: ${reason}`).join('; ') }
})

export const checks: readonly Check[] = [
  environment,
  database,
  role,
  migrations,
  named('Mail server', mailServerCheck),
  named('Jobs', jobsCheck),
  audit,
  named('Files', filesCheck),
  themes,
]
