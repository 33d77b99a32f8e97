import { getLocale } from 'next-intl/server'
import { NewsArticle } from '#app/parts/news-article.tsx'
import { labelOf } from '#lib/groups/data-model.ts'
import { formatsFor } from '#lib/i18n/formats.ts'
import { isLocale, languages } from '#lib/i18n/locales.ts'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { GroupChoice, StoredNews } from '#lib/news/queries.ts'
import { Section } from '#lib/ui/page.tsx'
import { Panel } from '#lib/ui/panel.tsx'

/** The announcement in every language, as the welcome page shows it, and who sees it now. */
export async function NewsPreview({ news, groups }: { news: StoredNews; groups: GroupChoice[] }) {
  const t = await getTranslations('newsAdmin')
  return (
    <Section title={t('preview')}>
      <p>{await whoSees(news, groups)}</p>
      {languages().map(({ value, label }) =>
        isLocale(value) && (value === 'en' || news.titles[value] || news.bodies[value]) ? (
          <Panel key={value}>
            <div lang={value}>
              <p data-part="field-note">{t('previewOf', { language: label })}</p>
              <NewsArticle
                locale={value}
                item={{ title: labelOf(news.titles, value), body: labelOf(news.bodies, value), from: news.visibleFrom }}
              />
            </div>
          </Panel>
        ) : null,
      )}
    </Section>
  )
}

async function whoSees({ visibleFrom, visibleTo, groups: chosen }: StoredNews, groups: GroupChoice[]): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations('newsAdmin'), getLocale()])
  const { full } = formatsFor(locale)
  const now = new Date()
  if (visibleTo && visibleTo <= now) return t('previewOver', { date: full(visibleTo) })
  if (visibleFrom > now) return t('previewLater', { date: full(visibleFrom) })
  const named = chosen.map(
    (id) => groups.find((group) => group.id === id)?.label ?? t('groupHidden', { id: String(id) }),
  )
  return t('previewNow', { groups: named.length ? named.join(', ') : t('everybody') })
}
