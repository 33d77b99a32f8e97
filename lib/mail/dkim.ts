import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { seal, unseal } from '../auth/seal.ts'

const PURPOSE = 'dkim-key'

/** A new RSA key: the public half as the DNS has it (base64), the private one sealed. */
export async function newSigningKey(): Promise<{ publicKey: string; sealedKey: string }> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { publicKey: publicKey.toString('base64'), sealedKey: seal(PURPOSE, privateKey) }
}

/** Null where the secret that sealed it is gone. */
export const openSigningKey = (sealedKey: string) => unseal(PURPOSE, sealedKey)

/** The TXT record that a receiver asks for (RFC 6376, 3.6). */
export function dnsRecord({ domain, selector, publicKey }: { domain: string; selector: string; publicKey: string }) {
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${publicKey}` }
}
