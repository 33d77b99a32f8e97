import 'server-only'
import { and, asc, desc, eq } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { dkimKeys } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { asSystem } from '#lib/jobs/as.ts'
import { settings } from '#lib/settings/queries.ts'
import { senderAddress } from '../addresses.ts'
import { openSigningKey } from '../dkim.ts'
import type { Signer } from '../transport.ts'

export type SigningKey = Pick<
  typeof dkimKeys.$inferSelect,
  'id' | 'domain' | 'selector' | 'publicKey' | 'signs' | 'createdAt'
>

/** The keys there are, by domain, the newest first; and the domain that mails come from at present. */
export async function signingKeys(viewer: EngineerViewer): Promise<{ keys: SigningKey[]; domain: string }> {
  const { id, domain, selector, publicKey, signs, createdAt } = dkimKeys
  const keys = await asViewer(viewer, (tx) =>
    tx
      .select({ id, domain, selector, publicKey, signs, createdAt })
      .from(dkimKeys)
      .orderBy(asc(domain), desc(id))
      .limit(50),
  )
  const sender = await settings('mail.from')
  return { keys, domain: senderAddress(sender['mail.from']).split('@').at(-1) ?? '' }
}

/** The key that signs mails from this domain; without one, or where its secret is gone, they go unsigned. */
export async function signerFor(sender: string): Promise<Signer | undefined> {
  const [held] = await asSystem((tx) =>
    tx
      .select({ domain: dkimKeys.domain, selector: dkimKeys.selector, sealedKey: dkimKeys.sealedKey })
      .from(dkimKeys)
      .where(and(eq(dkimKeys.signs, true), eq(dkimKeys.domain, sender.toLowerCase()))),
  )
  const privateKey = held && openSigningKey(held.sealedKey)
  return held && privateKey ? { domain: held.domain, selector: held.selector, privateKey } : undefined
}

/** Whether a key is to sign, and cannot be opened. */
export async function signingKeyIsLost(viewer: EngineerViewer): Promise<boolean> {
  const held = await asViewer(viewer, (tx) =>
    tx.select({ sealedKey: dkimKeys.sealedKey }).from(dkimKeys).where(eq(dkimKeys.signs, true)).limit(50),
  )
  return held.some(({ sealedKey }) => openSigningKey(sealedKey) === null)
}
