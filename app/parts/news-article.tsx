import { formatsFor } from '#lib/i18n/formats.ts'
import type { Locale } from '#lib/i18n/locales.ts'
import { markdown } from '#lib/markdown.ts'
import type { NewsItem } from '#lib/news/queries.ts'
import { Prose } from '#lib/ui/prose.tsx'

/** An announcement as the welcome page shows it. */
export function NewsArticle({ item, locale }: { item: Omit<NewsItem, 'id'>; locale: Locale }) {
  return (
    <article className="grid gap-1">
      <h3>{item.title}</h3>
      <time className="text-on-canvas-muted text-sm" dateTime={item.from.toISOString()}>
        {formatsFor(locale).date(item.from)}
      </time>
      <Prose html={markdown(item.body)} />
    </article>
  )
}
