import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NewsArticle } from '#app/parts/news-article.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { NewsItem } from '#lib/news/queries.ts'
import { paths } from '#lib/paths.ts'
import type { QueueTile } from '#lib/queues/queries.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { welcome } from '#lib/tickets/queries/welcome.ts'
import type { TicketRow } from '#lib/tickets/view.ts'
import { ButtonLink } from '#lib/ui/button.tsx'
import { EmptyState } from '#lib/ui/empty-state.tsx'
import { Columns, Page, PageHeader, Section } from '#lib/ui/page.tsx'
import { SearchForm } from '#lib/ui/search-form.tsx'
import { Tile, Tiles } from '#lib/ui/tile.tsx'
import { iconNamed } from './icon-named.ts'
import { PortalFrame } from './page-frame.tsx'
import { portalPage } from './portal-page.ts'
import { TicketTable } from './tickets/ticket-table.tsx'

export default portalPage(async (viewer) => {
  const [t, locale, theme] = await Promise.all([getTranslations(), getLocale(), wornTheme()])
  const { queues, latest, open, news } = await welcome(viewer, locale)
  const blocks: Record<string, ReactNode> = {
    search: <Search key="search" wide={viewer.own_company !== null} />,
    create: queues.length ? <CreateTiles key="create" queues={queues} /> : null,
    latest:
      news.length && theme.layout.home.includes('news') ? (
        <Columns key="latest" secondary asideLabel={t('welcome.newsTitle')} aside={<News news={news} />}>
          <Latest rows={latest} mayCreate={queues.length > 0} />
        </Columns>
      ) : (
        <Latest key="latest" rows={latest} mayCreate={queues.length > 0} />
      ),
  }
  return (
    <PortalFrame viewer={viewer} place="home" title={t('nav.home')}>
      <Page>
        <PageHeader
          title={t('welcome.title', { name: viewer.name })}
          lead={open.more ? t('welcome.openMore', { count: open.count }) : t('welcome.open', { count: open.count })}
        />
        {theme.layout.home.map((block) => blocks[block])}
      </Page>
    </PortalFrame>
  )
})

async function Search({ wide }: { wide: boolean }) {
  const t = await getTranslations()
  return (
    <SearchForm
      action={paths.tickets()}
      label={t('welcome.searchLabel')}
      placeholder={t('welcome.searchHint')}
      button={t('common.search')}
      keep={{ status: 'all', ...(wide ? { scope: 'company' } : {}) }}
    />
  )
}

async function CreateTiles({ queues }: { queues: QueueTile[] }) {
  const t = await getTranslations('welcome')
  return (
    <Section title={t('createTitle')}>
      <Tiles>
        {queues.map(({ key, label, description, icon }) => (
          <Tile key={key} href={paths.newTicket(key)} title={label} text={description} icon={iconNamed(icon)} />
        ))}
      </Tiles>
    </Section>
  )
}

async function Latest({ rows, mayCreate }: { rows: TicketRow[]; mayCreate: boolean }) {
  const t = await getTranslations()
  return (
    <Section
      title={t('welcome.latestTitle')}
      more={rows.length ? <a href={paths.tickets({ status: 'all' })}>{t('welcome.latestAll')}</a> : null}
    >
      {rows.length ? (
        <TicketTable rows={rows} caption={t('welcome.latestTitle')} columns={LATEST_COLUMNS} />
      ) : (
        <EmptyState title={t('welcome.latestEmptyTitle')} text={t('welcome.latestEmpty')}>
          {mayCreate ? <ButtonLink href={paths.newTicket()}>{t('tickets.create')}</ButtonLink> : null}
        </EmptyState>
      )}
    </Section>
  )
}

const LATEST_COLUMNS = [{ field: 'subject' }, { field: 'status' }, { field: 'activity' }]

async function News({ news }: { news: NewsItem[] }) {
  const [t, locale] = await Promise.all([getTranslations('welcome'), getLocale()])
  return (
    <Section title={t('newsTitle')}>
      {news.map((item) => (
        <NewsArticle key={item.id} item={item} locale={locale} />
      ))}
    </Section>
  )
}
