import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const recordShape = z.object({
  /** The cluster's folder; relative to the data folder, so that this may be moved, or absolute where root had to shelter it. */
  cluster: z.string().min(1),
  port: z.number().int(),
  passwords: z.object({ postgres: z.string(), portico_owner: z.string(), portico_app: z.string() }),
})

/** What a data folder knows of its embedded database. Holds passwords: readable by its owner only. */
export type ClusterRecord = z.infer<typeof recordShape>
export type Role = keyof ClusterRecord['passwords']

const pathOf = (dataDir: string) => join(dataDir, 'database.json')

export function newRecord(cluster: string): ClusterRecord {
  const password = () => randomBytes(24).toString('base64url')
  return { cluster, port: 0, passwords: { postgres: password(), portico_owner: password(), portico_app: password() } }
}

export function readRecord(dataDir: string): ClusterRecord | undefined {
  if (!existsSync(pathOf(dataDir))) return undefined
  return recordShape.parse(JSON.parse(readFileSync(pathOf(dataDir), 'utf8')))
}

export function writeRecord(dataDir: string, record: ClusterRecord): void {
  const draft = `${pathOf(dataDir)}.new`
  writeFileSync(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, pathOf(dataDir))
}

export function urlFor(record: ClusterRecord, role: Role, database = 'portico'): string {
  return `postgres://${role}:${record.passwords[role]}@127.0.0.1:${record.port}/${database}`
}
