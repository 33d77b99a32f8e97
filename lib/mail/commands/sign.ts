import 'server-only'
import { and, count, eq, ne } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { record } from '#lib/audit/commands.ts'
import { dkimKeys } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { AppError, notFound } from '#lib/errors.ts'
import { newSigningKey } from '../dkim.ts'

const MOST = 10

/** Makes a key for a sender domain; it signs nothing before its public half stands in the DNS. @throws AppError `conflict` */
export async function makeSigningKey(viewer: EngineerViewer, domain: string): Promise<void> {
  const halves = await newSigningKey()
  await asViewer(viewer, async (tx) => {
    const held = await tx.select({ selector: dkimKeys.selector }).from(dkimKeys).where(eq(dkimKeys.domain, domain))
    const [all] = await tx.select({ count: count() }).from(dkimKeys)
    if ((all?.count ?? 0) >= MOST) throw new AppError('conflict', { detail: { reason: 'manyKeys' } })
    const numbers = held.map((one) => Number(/^portico(\d+)$/.exec(one.selector)?.[1] ?? 0))
    const selector = `portico${Math.max(0, ...numbers) + 1}`
    await tx.insert(dkimKeys).values({ domain, selector, ...halves })
    await note(tx, viewer, 'made', { domain, selector })
  })
}

/** From now on this key signs the mails of its domain, and no other one does. @throws AppError `not_found` */
export function signWith(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const key = await keyOf(tx, id)
    await tx
      .update(dkimKeys)
      .set({ signs: false })
      .where(and(eq(dkimKeys.domain, key.domain), ne(dkimKeys.id, id)))
    await tx.update(dkimKeys).set({ signs: true }).where(eq(dkimKeys.id, id))
    await note(tx, viewer, 'used', key)
  })
}

/** Takes a key away; mails of its domain go unsigned if it was the one that signed. @throws AppError `not_found` */
export function removeSigningKey(viewer: EngineerViewer, id: number): Promise<void> {
  return asViewer(viewer, async (tx) => {
    const key = await keyOf(tx, id)
    await tx.delete(dkimKeys).where(eq(dkimKeys.id, id))
    await note(tx, viewer, 'removed', key)
  })
}

type Named = { domain: string; selector: string }

async function keyOf(tx: Transaction, id: number): Promise<Named> {
  const [key] = await tx
    .select({ domain: dkimKeys.domain, selector: dkimKeys.selector })
    .from(dkimKeys)
    .where(eq(dkimKeys.id, id))
    .for('update')
  if (!key) throw notFound()
  return { domain: key.domain, selector: key.selector }
}

function note(tx: Transaction, viewer: EngineerViewer, what: 'made' | 'used' | 'removed', key: Named): Promise<void> {
  return record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: `mail.key_${what}`,
      subjectKind: 'mail_key',
      subjectId: `${key.selector}._domainkey.${key.domain}`,
    },
    tx,
  )
}
