import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Environment } from './options.ts'

const names = ['AUTH_SECRET', 'PASSWORD_PEPPER', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'] as const
type Secrets = Record<(typeof names)[number], string>

/**
 * The installation's secrets: the environment's where set, otherwise those of `secrets.json` in the data folder, made once.
 * Losing PASSWORD_PEPPER makes every stored password useless, so the file belongs into the backup.
 */
export function readSecrets(dataDir: string, env: Environment): Secrets {
  const path = join(dataDir, 'secrets.json')
  const kept = existsSync(path)
    ? z.partialRecord(z.enum(names), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')))
    : {}
  // 32 bytes in base64 is what AES-256 of the server actions takes; it is strong enough for the others.
  const complete = { ...Object.fromEntries(names.map((name) => [name, randomBytes(32).toString('base64')])), ...kept }
  if (names.some((name) => !kept[name])) writeFileSync(path, `${JSON.stringify(complete, null, 2)}\n`, { mode: 0o600 })
  chmodSync(path, 0o600)
  return z.record(z.enum(names), z.string()).parse({ ...complete, ...set(env) })
}

const set = (env: Environment) => Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])))
