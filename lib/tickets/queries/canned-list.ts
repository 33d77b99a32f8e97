import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '#lib/access/viewer.ts'
import { labelIn } from '#lib/db/labels.ts'
import { cannedTexts, queues } from '#lib/db/schema/index.ts'
import { asViewer, type Transaction } from '#lib/db/transaction.ts'
import { notFound } from '#lib/errors.ts'
import { type DeskNav, deskNav } from './desk-nav.ts'

export type Canned = {
  id: number
  title: string
  body: string
  queue: string | null
  queueKey: string | null
  locale: string | null
  shared: boolean
}

export type CannedList = { texts: Canned[]; nav: DeskNav }

/** The viewer's own texts and the shared ones, by title. */
export function cannedList(viewer: EngineerViewer, locale: string): Promise<CannedList> {
  return asViewer(viewer, async (tx) => ({
    texts: await texts(tx, locale).orderBy(cannedTexts.title, cannedTexts.id).limit(400),
    nav: await deskNav(tx, viewer, locale),
  }))
}

/** One text to edit. @throws AppError `not_found` for one that the viewer may not keep */
export function cannedForm(
  viewer: EngineerViewer,
  id: number,
  locale: string,
): Promise<{ text: Canned; nav: DeskNav }> {
  return asViewer(viewer, async (tx) => {
    const [text] = await texts(tx, locale).where(eq(cannedTexts.id, id))
    if (!text || (text.shared && !viewer.administer)) throw notFound()
    return { text, nav: await deskNav(tx, viewer, locale) }
  })
}

function texts(tx: Transaction, locale: string) {
  return tx
    .select({
      id: cannedTexts.id,
      title: cannedTexts.title,
      body: cannedTexts.body,
      queue: sql<string | null>`case when ${queues.id} is null then null else ${labelIn(queues.labels, locale)} end`,
      queueKey: queues.key,
      locale: cannedTexts.locale,
      shared: sql<boolean>`${cannedTexts.engineerId} is null`,
    })
    .from(cannedTexts)
    .leftJoin(queues, eq(queues.id, cannedTexts.queueId))
}
