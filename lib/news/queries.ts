import 'server-only'
import { desc } from 'drizzle-orm'
import { labelIn } from '../db/labels.ts'
import { news } from '../db/schema/index.ts'
import type { Transaction } from '../db/transaction.ts'

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
