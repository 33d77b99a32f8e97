import { statfs } from 'node:fs/promises'
import type { EngineerViewer } from '../access/viewer.ts'
import { lastVerified } from '../audit/queries/integrity.ts'
import { directoryHealth } from '../directories/health.ts'
import { env } from '../env.ts'
import { providerHealth } from '../providers/queries.ts'
import { allThemes, degradedThemes } from '../themes/registry.ts'
import { asked, type Finding, type Part, stateOf } from './part.ts'
import { databaseHealth, jobsHealth, mailHealth, storedFiles } from './queries.ts'
import { versionIn } from './shipped.ts'

const GIGABYTE = 1024 ** 3
const DAY = 24 * 60 * 60 * 1000

/** Every part as it stands now, asked all at once; one that is down costs nobody else its answer. */
export function health(viewer: EngineerViewer): Promise<Part[]> {
  return Promise.all([
    asked('database', databaseHealth),
    asked('mail', () => mailHealth(viewer)),
    asked('jobs', jobsHealth),
    asked('directory', directoryHealth),
    asked('providers', () => providerHealth(viewer)),
    asked('storage', storageHealth),
    asked('themes', themesHealth),
    asked('audit', auditHealth),
    asked('versions', versionsNow),
  ])
}

async function storageHealth(): Promise<Finding> {
  const { bsize, bavail, blocks } = await statfs(env.dataDir)
  const files = await storedFiles().catch(() => 0)
  const facts = { free: bavail * bsize, total: blocks * bsize, files, folder: env.dataDir }
  const problems = facts.free < GIGABYTE ? ['storageFull'] : facts.free < 5 * GIGABYTE ? ['storageLow'] : []
  return { state: stateOf(problems, ['storageFull']), facts, problems }
}

async function themesHealth(): Promise<Finding> {
  const degraded = degradedThemes()
  const facts = {
    count: allThemes().length,
    degraded: degraded.length,
    reasons: degraded.map(({ id, reason }) => `${id}: ${reason}`).join('; '),
  }
  const problems = [...(degraded.length > 0 ? ['themesDegraded'] : []), ...(env.themeSafeMode ? ['safeMode'] : [])]
  return { state: stateOf(problems), facts, problems }
}

async function auditHealth(): Promise<Finding> {
  const anchor = lastVerified()
  if (!anchor) return { state: 'attention', problems: ['auditNever'] }
  const problems = [
    ...(anchor.broken ? ['auditBroken'] : []),
    ...(Date.now() - anchor.at.getTime() > 7 * DAY ? ['auditOld'] : []),
  ]
  const facts = { rows: anchor.rows, days: Math.floor((Date.now() - anchor.at.getTime()) / DAY) }
  return { state: stateOf(problems, ['auditBroken']), facts, problems }
}

async function versionsNow(): Promise<Finding> {
  const facts = {
    portico: versionIn('package.json'),
    node: process.version.slice(1),
    next: versionIn('node_modules/next/package.json'),
    minutes: Math.floor(process.uptime() / 60),
  }
  return { state: 'good', facts, problems: [] }
}
