import { news, newsGroups } from '#lib/db/schema/news.ts'
import { templates } from '#lib/db/schema/templates.ts'
import type { GroupKey } from '../groups.ts'
import { demoMailTemplates } from '../mail-templates.ts'
import { demoNews } from '../news.ts'
import { DAY } from '../times.ts'
import type { Writer } from './connection.ts'
import type { Ids } from './ids.ts'

export async function writeNews(db: Writer, groups: Ids<GroupKey>, now: Date): Promise<void> {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY)
  for (const { titles, bodies, from, to, groups: readers } of demoNews) {
    const [written] = await db
      .insert(news)
      .values({ titles, bodies, visibleFrom: inDays(from), visibleTo: to === undefined ? null : inDays(to) })
      .returning()
    const newsId = written?.id ?? 0
    await db.insert(newsGroups).values(readers.map((group) => ({ newsId, customerGroupId: groups.of(group) })))
  }
}

export async function writeMailTemplates(db: Writer): Promise<void> {
  await db.insert(templates).values(demoMailTemplates)
}
