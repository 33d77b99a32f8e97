import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { queues, textClasses } from '#lib/db/schema/index.ts'
import { asViewer } from '#lib/db/transaction.ts'
import { versionOf } from '#lib/db/version.ts'
import { notFound } from '#lib/errors.ts'
import type { NewTextClass } from '../input.ts'
import { storedTextClass, type TextClassUses, usesOfTextClass } from './stored.ts'

export type TextClassRow = {
  id: number
  key: string
  label: string
  customerVisible: boolean
  colour: (typeof textClasses.$inferSelect)['colour']
  icon: string
  queues: number
}

/** Readable ones first, in the order of their making. */
export function textClassList(viewer: EngineerViewer, locale: string): Promise<TextClassRow[]> {
  return asViewer(viewer, (tx) =>
    tx
      .select({
        id: textClasses.id,
        key: textClasses.key,
        label: labelIn(textClasses.labels, locale),
        customerVisible: textClasses.customerVisible,
        colour: textClasses.colour,
        icon: textClasses.icon,
        queues: sql<number>`(select count(*)::int from queue_text_classes q where q.text_class_id = ${textClasses}.id)`,
      })
      .from(textClasses)
      .orderBy(sql`${textClasses.customerVisible} desc`, textClasses.id)
      .limit(500),
  )
}

export type TextClassPage = {
  textClass: NewTextClass
  version: string
  uses: TextClassUses
  queues: { id: number; label: string; forEngineers: boolean; forCustomers: boolean }[]
}

/** @throws AppError `not_found` */
export function textClassPage(viewer: EngineerViewer, id: number, locale: string): Promise<TextClassPage> {
  return asViewer(viewer, async (tx) => {
    const textClass = await storedTextClass(tx, id)
    if (!textClass) throw notFound()
    const listing = await tx
      .select({
        id: queues.id,
        label: labelIn(queues.labels, locale),
        forEngineers: sql<boolean>`coalesce(${queues.engineerTextClassId} = ${id}, false)`,
        forCustomers: sql<boolean>`coalesce(${queues.customerTextClassId} = ${id}, false)`,
      })
      .from(queues)
      .where(
        sql`${eq(queues.engineerTextClassId, id)} or ${eq(queues.customerTextClassId, id)}
          or exists (select from queue_text_classes q where q.queue_id = ${queues}.id and q.text_class_id = ${id})`,
      )
      .orderBy(queues.position, queues.id)
      .limit(200)
    return { textClass, version: versionOf(textClass), uses: await usesOfTextClass(tx, id), queues: listing }
  })
}
