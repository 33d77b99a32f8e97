import 'server-only'
import { sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { queues, textClasses } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { notFound } from '#lib/errors.ts'
import type { QueueChange, QueueTextClassesChange, ServiceChange } from '../input.ts'
import type { Uses } from '../uses.ts'
import { type QueueHead, queueHead } from './head.ts'
import { storedQueue, storedService, storedTextClasses } from './stored.ts'
import { counted, usesOfQueue } from './uses.ts'

export type QueueRow = {
  id: number
  key: string
  label: string
  kind: 'regular' | 'faq'
  icon: string
  active: boolean
  /** Bounded; `USES_BOUND` says "more". */
  open: number
}

/** Every queue, in the administrator's order. */
export function queueList(viewer: EngineerViewer, locale: string): Promise<QueueRow[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select({
        id: queues.id,
        key: queues.key,
        label: labelIn(queues.labels, locale),
        kind: queues.kind,
        icon: queues.icon,
        active: queues.active,
        open: counted('open tickets of queue', { id: sql`${queues.id}` }),
      })
      .from(queues)
      .orderBy(queues.position, queues.id)
      .limit(200),
  )
}

export type Versioned<Stored> = { head: QueueHead; stored: Stored; version: string }

/** @throws AppError `not_found` */
export function queuePage(
  viewer: EngineerViewer,
  id: number,
  locale: string,
): Promise<Versioned<QueueChange> & { uses: Uses<'tickets' | 'roles'> }> {
  return asViewer(viewer, async (tx) => {
    const page = await versioned(tx, id, locale, storedQueue)
    return { ...page, uses: await usesOfQueue(tx, id) }
  })
}

/** @throws AppError `not_found` */
export function servicePage(viewer: EngineerViewer, id: number, locale: string): Promise<Versioned<ServiceChange>> {
  return asViewer(viewer, (tx) => versioned(tx, id, locale, storedService))
}

export type ClassChoice = { id: number; label: string; customerVisible: boolean }

/** @throws AppError `not_found` */
export function queueTextClassesPage(
  viewer: EngineerViewer,
  id: number,
  locale: string,
): Promise<Versioned<QueueTextClassesChange> & { classes: ClassChoice[] }> {
  return asViewer(viewer, async (tx) => {
    const page = await versioned(tx, id, locale, storedTextClasses)
    const classes = await tx
      .select({
        id: textClasses.id,
        label: labelIn(textClasses.labels, locale),
        customerVisible: textClasses.customerVisible,
      })
      .from(textClasses)
      .orderBy(sql`${textClasses.customerVisible} desc`, textClasses.id)
      .limit(200)
    return { ...page, classes }
  })
}

async function versioned<Stored extends object>(
  tx: Transaction,
  id: number,
  locale: string,
  read: (tx: Transaction, id: number) => Promise<Stored | undefined>,
): Promise<Versioned<Stored>> {
  const head = await queueHead(tx, id, locale)
  const stored = await read(tx, id)
  if (!stored) throw notFound()
  return { head, stored, version: versionOf(stored) }
}
