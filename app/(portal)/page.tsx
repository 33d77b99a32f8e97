import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NewsArticle } from '#app/parts/news-article.tsx'
import { getTranslations } from '#lib/i18n/translations.ts'
import type { NewsItem } from '#lib/news/queries.ts'
import { paths } from '#lib/paths.ts'
import type { QueueTile } from '#lib/queues/queries.ts'
import { wornTheme } from '#lib/themes/worn.ts'
import { LATEST, type Welcome, welcome } from '#lib/tickets/queries/welcome.ts'
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
    latest: <Latest key="latest" rows={latest} mayCreate={queues.length > 0} />,
  }
  const { home } = theme.layout
  // News stand beside the latest and whatever follows them: on a phone they come after what one is here for.
  const beside = news.length && home.includes('news') && home.includes('latest') ? home.indexOf('latest') : home.length
  const rest = home.slice(beside).map((block) => blocks[block])
  return (
    <PortalFrame viewer={viewer} place="home" title={t('nav.home')}>
      <Page>
        <PageHeader title={t('welcome.title', { name: viewer.name })} lead={<Open open={open} latest={latest} />} />
        {home.slice(0, beside).map((block) => blocks[block])}
        {rest.length ? (
          <Columns secondary asideLabel={t('welcome.newsTitle')} aside={<News news={news} />}>
            {rest}
          </Columns>
        ) : null}
      </Page>
    </PortalFrame>
  )
})

/** How many are open, with the way there, and in how many of the latest somebody has answered. */
async function Open({ open, latest }: Pick<Welcome, 'open' | 'latest'>) {
  const t = await getTranslations('welcome')
  const unread = latest.filter((row) => row.unread).length
  const said = open.more ? t('openMore', { count: open.count }) : t('open', { count: open.count })
  return (
    <>
      {open.count ? <a href={paths.tickets()}>{said}</a> : said}{' '}
      {unread === LATEST ? t('unreadMore', { count: unread }) : unread ? t('unread', { count: unread }) : null}
    </>
  )
}

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
      <div className="grid gap-6">
        {news.map((item) => (
          <NewsArticle key={item.id} item={item} locale={locale} />
        ))}
      </div>
    </Section>
  )
}
