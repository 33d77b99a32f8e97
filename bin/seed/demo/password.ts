import { mkdirSync } from 'node:fs'
import { readSecrets } from '../../start/secrets.ts'

/** For every account of the demo; long enough for the policy, and easy to type. */
export const DEMO_PASSWORD = 'green-harbour-42'

export type Credential = { passwordHash: string; passwordScheme: string }

/** One hash for all demo accounts, made as the application makes it: hashing each would take half a minute. */
export async function demoCredential(dataDir: string, ownerUrl: string): Promise<Credential> {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  // The application checks its whole environment on first use; a seed run alone has not been given one.
  Object.assign(process.env, { DATABASE_URL: ownerUrl, ...process.env, ...readSecrets(dataDir, process.env) })
  const { hashPassword, PASSWORD_SCHEME } = await import('#lib/auth/passwords.ts')
  return { passwordHash: await hashPassword(DEMO_PASSWORD), passwordScheme: PASSWORD_SCHEME }
}
