import { resolve } from 'node:path'
import { Failure } from '../prepare/failure.mjs'

export type Environment = Readonly<Record<string, string | undefined>>

export type Options = {
  port: number
  /** Address to listen on; every one when undefined. With the embedded database, whose demo has printed passwords, loopback. */
  host: string | undefined
  publicUrl: string
  dataDir: string
  /** The application's and the owner's URL of an external database; undefined for the embedded one. */
  database: { appUrl: string; ownerUrl: string | undefined } | undefined
  demo: 'yes' | 'no' | 'if-embedded'
}

/** What the operator wishes, from the environment; blank counts as not set. */
export function readOptions(env: Environment): Options {
  const value = (name: string) => env[name]?.trim() || undefined
  const port = Number(value('PORT') ?? 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`PORT is "${env.PORT}".`, 'Nothing was changed.', 'Set it to a number from 1 to 65535.')
  }
  const appUrl = value('DATABASE_URL')
  return {
    port,
    host: value('HOST') ?? (appUrl ? undefined : '127.0.0.1'),
    publicUrl: value('PUBLIC_URL') ?? `http://localhost:${port}`,
    dataDir: resolve(value('DATA_DIR') ?? '.data'),
    database: appUrl ? { appUrl, ownerUrl: value('DATABASE_OWNER_URL') } : undefined,
    demo: value('DEMO') === '1' ? 'yes' : value('DEMO') === '0' ? 'no' : 'if-embedded',
  }
}
