import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { note, step } from '../prepare/progress.mjs'
import type { Database } from './database.ts'
import type { Options } from './options.ts'

const signInsShape = z.array(
  z.object({ who: z.string(), address: z.string(), login: z.string(), password: z.string() }),
)
export type SignIn = z.infer<typeof signInsShape>[number]

/**
 * Loads the demo once, and remembers its sign-ins in `demo.json` of the data folder so that every start can print them.
 * Declining is remembered as well: a database in use is never mixed with the demo later.
 */
export async function demoSignIns(options: Options, { embedded, ownerUrl }: Database): Promise<SignIn[]> {
  const path = join(options.dataDir, 'demo.json')
  if (existsSync(path)) return signInsShape.parse(JSON.parse(readFileSync(path, 'utf8')))
  const wanted = options.demo === 'yes' || (options.demo === 'if-embedded' && embedded)
  const signIns = wanted && ownerUrl ? await step('Loading the demo', () => load(ownerUrl, options.dataDir)) : []
  writeFileSync(path, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 })
  return signIns
}

async function load(ownerUrl: string, dataDir: string): Promise<SignIn[]> {
  const seed = new URL('../seed-demo.ts', import.meta.url)
  if (!existsSync(seed)) {
    note('There is no demo to load yet')
    return []
  }
  const { seedDemo } = await import(seed.href)
  const { signIns } = await seedDemo({ ownerUrl, dataDir, log: note })
  return signInsShape.parse(signIns)
}
