import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { EngineerViewer } from '../access/viewer.ts'
import { record } from '../audit/commands.ts'
import { news, newsGroups } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { requireVersion } from '../db/version.ts'
import { orUnknown } from '../db/violations.ts'
import { AppError, notFound } from '../errors.ts'
import type { NewsChange } from './input.ts'
import { type StoredNews, storedNews } from './queries.ts'

/** @throws AppError `forbidden`, `invalid` for a customer group that is gone */
export function createNews(viewer: EngineerViewer, change: NewsChange): Promise<number> {
  return editing(viewer, async (tx) => {
    const { groups, visibleFrom, ...row } = change
    const [made] = await tx
      .insert(news)
      .values({ ...row, visibleFrom: visibleFrom ?? new Date() })
      .returning({ id: news.id })
    if (!made) throw new AppError('unexpected')
    await replaceGroups(tx, made.id, groups)
    await tell(tx, viewer, made.id, { change: 'created', after: await storedNews(tx, made.id) })
    return made.id
  })
}

/** @throws AppError `not_found`, `conflict`, as `createNews` */
export function changeNews(viewer: EngineerViewer, id: number, change: NewsChange, shown?: string): Promise<void> {
  return editing(viewer, async (tx) => {
    const before = await lockedNews(tx, id)
    requireVersion(before, shown)
    const { groups, visibleFrom, ...row } = change
    await tx
      .update(news)
      .set({ ...row, visibleFrom: visibleFrom ?? before.visibleFrom })
      .where(eq(news.id, id))
    await replaceGroups(tx, id, groups)
    await tell(tx, viewer, id, { change: 'changed', before, after: await storedNews(tx, id) })
  })
}

/** @throws AppError `not_found`, `forbidden` */
export function deleteNews(viewer: EngineerViewer, id: number): Promise<void> {
  return editing(viewer, async (tx) => {
    const before = await lockedNews(tx, id)
    await tx.delete(news).where(eq(news.id, id))
    await tell(tx, viewer, id, { change: 'deleted', before })
  })
}

/** Needs *manage news*, or *administer*. */
function editing<T>(viewer: EngineerViewer, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return asViewer(viewer, async (tx) => {
    const [row] = await tx.execute<{ may: boolean }>(
      sql`select viewer_has('manage_news') or viewer_has('administer') as may`,
    )
    if (!row?.may) throw new AppError('forbidden')
    return work(tx)
  })
}

async function lockedNews(tx: Transaction, id: number): Promise<StoredNews> {
  await tx.execute(sql`select from ${news} where id = ${id} for update`)
  const found = await storedNews(tx, id)
  if (!found) throw notFound()
  return found
}

async function replaceGroups(tx: Transaction, newsId: number, groups: number[]): Promise<void> {
  await tx.delete(newsGroups).where(eq(newsGroups.newsId, newsId))
  if (groups.length === 0) return
  const rows = [...new Set(groups)].map((customerGroupId) => ({ newsId, customerGroupId }))
  await orUnknown('groups', tx.insert(newsGroups).values(rows))
}

type Telling = { change: string; before?: StoredNews | undefined; after?: StoredNews | undefined }

function tell(tx: Transaction, viewer: EngineerViewer, id: number, { change, before, after }: Telling) {
  return record(
    {
      actorKind: 'engineer',
      actorId: viewer.engineer,
      action: `news.${change}`,
      subjectKind: 'news',
      subjectId: String(id),
      before,
      after,
    },
    tx,
  )
}
