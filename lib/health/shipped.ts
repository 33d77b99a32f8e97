import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

const packageShape = z.object({ version: z.string() })
const journalShape = z.object({ entries: z.array(z.unknown()) })

/** The version that a package of this project says it is, itself included. */
export function versionIn(path: 'package.json' | 'node_modules/next/package.json'): string {
  return packageShape.parse(read(path)).version
}

/** How many migrations this version of the application brings. */
export function shippedMigrations(): number {
  return journalShape.parse(read('drizzle/meta/_journal.json')).entries.length
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(resolve(/* turbopackIgnore: true */ path), 'utf8'))
}
