import 'server-only'
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '../env.ts'

const keyFor = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', `portico ${purpose}`, 32))

/** Encrypts a text for the database (AES-256-GCM), by a key that only the environment has. `purpose` keeps uses apart. */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(env.authSecrets[0], purpose), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** The text again, also by the secret before the present one; null where neither fits or it was altered. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  for (const secret of env.authSecrets) {
    try {
      const opened = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, 12))
      opened.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([opened.update(bytes.subarray(28)), opened.final()]).toString('utf8')
    } catch {}
  }
  return null
}
