import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Wire } from './wire.ts'

const folder = fileURLToPath(new URL(`../../../${process.env.NEXT_DIST_DIR || '.next'}`, import.meta.url))
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))

const action = z.object({ filename: z.string(), exportedName: z.string() })
const actionsShape = z.object({ node: z.record(z.string(), action), edge: z.record(z.string(), action) })

/** Every way in that the production build has, by its own manifests; actions with their ids. */
export function buildOf() {
  const routes = z.record(z.string(), z.string()).parse(read('app-path-routes-manifest.json'))
  const served = Object.keys(z.record(z.string(), z.string()).parse(read('server/app-paths-manifest.json')))
  const legacy = Object.keys(z.record(z.string(), z.string()).parse(read('server/pages-manifest.json')))
  const { node, edge } = actionsShape.parse(read('server/server-reference-manifest.json'))
  const actions = new Map(
    Object.entries({ ...node, ...edge }).map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]),
  )
  return {
    pages: addresses(routes, 'page'),
    handlers: addresses(routes, 'route'),
    actions,
    /** Entries that one manifest has and the other lacks, and pages of the old router: there are none. */
    unlisted: [
      ...served.filter((key) => !(key in routes)),
      ...Object.keys(routes).filter((key) => !served.includes(key)),
      ...legacy.filter((key) => !['/404', '/500', '/_app', '/_document', '/_error'].includes(key)),
    ],
    idOf(name: string): string {
      const id = actions.get(name)
      if (!id) throw new Error(`The build has no action ${name}`)
      return id
    },
  }
}

/** The methods that a route handler exports: Next itself answers OPTIONS with them. */
export async function methodsOf(wire: Wire, route: string): Promise<string[]> {
  const path = route.replace(/\[[^\]]+\]/g, 'x')
  const { headers } = await wire({ method: 'OPTIONS', path })
  const allowed = (headers.allow ?? '').split(/,\s*/)
  return allowed.filter((method) => method && method !== 'OPTIONS' && !(method === 'HEAD' && allowed.includes('GET')))
}

function addresses(routes: Record<string, string>, kind: 'page' | 'route'): string[] {
  return Object.entries(routes).flatMap(([entry, address]) => (entry.endsWith(`/${kind}`) ? [address] : []))
}
