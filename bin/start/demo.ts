import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { note, step } from '../prepare/progress.mjs'
import { demoSignIns, type SignIn } from '../seed/demo/sign-ins.ts'
import type { Database } from './database.ts'
import type { Options } from './options.ts'

/**
 * Loads the demo once, and keeps its sign-ins in `demo.json` of the data folder. Declining is remembered as well (an empty list):
 * a database in use is never mixed with the demo later.
 */
export async function signInsOfDemo(options: Options, { embedded, ownerUrl }: Database): Promise<SignIn[]> {
  const path = join(options.dataDir, 'demo.json')
  const wanted = options.demo === 'yes' || (options.demo === 'if-embedded' && embedded)
  const isFirst = !existsSync(path)
  const isLoaded = isFirst ? wanted && ownerUrl !== undefined : readFileSync(path, 'utf8').trim() !== '[]'
  if (isFirst && wanted && ownerUrl) await step('Loading the demo', () => load(ownerUrl, options.dataDir))
  // The addresses follow the port of this start.
  const signIns = isLoaded ? demoSignIns(String(options.port)) : []
  writeFileSync(path, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 })
  return signIns
}

/** Loaded on demand: the demo's texts are large and needed once. */
async function load(ownerUrl: string, dataDir: string): Promise<void> {
  const { seedDemo } = await import('../seed-demo.ts')
  await seedDemo({ ownerUrl, dataDir, log: note })
}
