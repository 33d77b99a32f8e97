import 'server-only'
import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import type { EngineerViewer } from '../access/viewer.ts'
import { labelIn } from '../db/labels.ts'
import { customerGroups, news, newsGroups } from '../db/schema/index.ts'
import { asViewer, type Transaction } from '../db/transaction.ts'
import { versionOf } from '../db/version.ts'
import { notFound } from '../errors.ts'
import type { NewsChange } from './input.ts'

export type NewsItem = { id: number; title: string; body: string; from: Date }

/** The newest announcements that the viewer may see now, five at most. */
export function currentNews(tx: Transaction, locale: string): Promise<NewsItem[]> {
  return tx
    .select({
      id: news.id,
      title: labelIn(news.titles, locale),
      body: labelIn(news.bodies, locale),
      from: news.visibleFrom,
    })
    .from(news)
    .orderBy(desc(news.visibleFrom))
    .limit(5)
}

export type StoredNews = Required<Omit<NewsChange, 'visibleFrom'>> & { visibleFrom: Date }

/** An announcement as it is, in the shape in which it is changed; undefined for an unknown one. */
export async function storedNews(tx: Transaction, id: number): Promise<StoredNews | undefined> {
  const [row] = await tx.select().from(news).where(eq(news.id, id))
  if (!row) return undefined
  const rows = await tx.select().from(newsGroups).where(eq(newsGroups.newsId, id)).orderBy(newsGroups.customerGroupId)
  const { id: _, ...stored } = row
  return { ...stored, groups: rows.map(({ customerGroupId }) => customerGroupId) }
}

export type NewsRow = {
  id: number
  title: string
  from: Date
  to: Date | null
  /** Names of the customer groups that it is for; none means all. */
  groups: string[]
}

const PAGE = 50

/** All announcements, the latest beginning first, and the one after which the next page goes on. */
export function newsList(
  viewer: EngineerViewer,
  locale: string,
  after: number | undefined,
): Promise<{ rows: NewsRow[]; next: number | undefined }> {
  return asViewer(viewer, async (tx) => {
    const [start] = after ? await tx.select({ from: news.visibleFrom }).from(news).where(eq(news.id, after)) : []
    const beyond = start
      ? or(lt(news.visibleFrom, start.from), and(eq(news.visibleFrom, start.from), lt(news.id, after ?? 0)))
      : undefined
    const groups = sql<string[]>`array(select coalesce(g.labels ->> ${locale}, g.labels ->> 'en', '')
      from ${newsGroups} n join ${customerGroups} g on g.id = n.customer_group_id where n.news_id = ${news}.id order by 1)`
    const rows = await tx
      .select({ id: news.id, title: labelIn(news.titles, locale), from: news.visibleFrom, to: news.visibleTo, groups })
      .from(news)
      .where(beyond)
      .orderBy(desc(news.visibleFrom), desc(news.id))
      .limit(PAGE + 1)
    return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? rows[PAGE - 1]?.id : undefined }
  })
}

export type GroupChoice = { id: number; label: string }

/** An announcement, or what a new one needs: the customer groups that it may be for. @throws AppError `not_found` */
export function newsPage(viewer: EngineerViewer, id: number | undefined, locale: string) {
  return asViewer(viewer, async (tx) => {
    const stored = id === undefined ? undefined : await storedNews(tx, id)
    if (id !== undefined && !stored) throw notFound()
    const label = labelIn(customerGroups.labels, locale)
    const groups: GroupChoice[] = await tx
      .select({ id: customerGroups.id, label })
      .from(customerGroups)
      .orderBy(label)
      .limit(500)
    return { stored: stored && { ...stored, version: versionOf(stored) }, groups }
  })
}
