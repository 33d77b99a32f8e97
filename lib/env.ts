import { resolve } from 'node:path'
import { z } from 'zod'

const shape = z.object({
  NODE_ENV: z.string().default('production'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
  DATA_DIR: z.string().default('.data'),
  THEMES_DIR: z.string().default('themes'),
  THEME_SAFE_MODE: z.string().optional(),
  AUTH_SECRET: z.string().min(32),
  AUTH_SECRET_PREVIOUS: z.string().min(32).optional(),
  PASSWORD_PEPPER: z.string().min(32),
  PASSWORD_PEPPER_PREVIOUS: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TRUST_PROXY: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
})

/** The one reader of the environment. Values are read on first use, so that a build needs none of them. */
class Environment {
  #values: z.infer<typeof shape> | undefined

  get #all() {
    if (this.#values) return this.#values
    const parsed = shape.safeParse(process.env)
    if (parsed.success) {
      this.#values = parsed.data
      return parsed.data
    }
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is incomplete. ${wrong.join('; ')}. \`npm start\` sets all of these by itself.`)
  }

  get isProduction() {
    return process.env.NODE_ENV === 'production'
  }
  get databaseUrl() {
    return this.#all.DATABASE_URL
  }
  /** Where browsers reach the portal; links in mails are built from it, never from a request. */
  get publicUrl() {
    return new URL(this.#all.PUBLIC_URL)
  }
  get dataDir() {
    return resolve(/* turbopackIgnore: true */ process.env.DATA_DIR ?? '.data')
  }
  get themesDir() {
    return resolve(/* turbopackIgnore: true */ process.env.THEMES_DIR ?? 'themes')
  }
  get themeSafeMode() {
    return process.env.THEME_SAFE_MODE === '1'
  }
  get authSecrets(): [string, ...string[]] {
    const { AUTH_SECRET, AUTH_SECRET_PREVIOUS } = this.#all
    return AUTH_SECRET_PREVIOUS ? [AUTH_SECRET, AUTH_SECRET_PREVIOUS] : [AUTH_SECRET]
  }
  get passwordPepper() {
    return this.#all.PASSWORD_PEPPER
  }
  /** The present pepper, and the one before it, by which passwords may still be hashed. */
  get passwordPeppers(): [string, ...string[]] {
    const { PASSWORD_PEPPER, PASSWORD_PEPPER_PREVIOUS } = this.#all
    return PASSWORD_PEPPER_PREVIOUS ? [PASSWORD_PEPPER, PASSWORD_PEPPER_PREVIOUS] : [PASSWORD_PEPPER]
  }
  /** The mail server; without one, mails are files in the data folder. */
  get smtpUrl() {
    return this.#all.SMTP_URL
  }
  get logLevel() {
    return this.#all.LOG_LEVEL
  }
  /** Whether a proxy in front sets `X-Forwarded-For`; otherwise that header is anybody's claim and is ignored. */
  get trustProxy() {
    return process.env.TRUST_PROXY === '1'
  }
}

export const env = new Environment()
