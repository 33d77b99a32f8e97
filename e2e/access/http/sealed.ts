import type { Portal } from './portal.ts'

/** A text as the portal keeps it encrypted, by the application's own way and the portal's key. */
export async function sealed({ secrets, origin }: Portal, purpose: string, text: string): Promise<string> {
  Object.assign(process.env, secrets, { DATABASE_URL: 'postgres://nowhere.example/none', PUBLIC_URL: origin })
  const { seal } = await import('#lib/auth/seal.ts')
  return seal(purpose, text)
}
